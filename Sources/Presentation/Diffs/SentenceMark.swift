import Wording

/// What is said at one end of a sentence's move, and the way to the other.
struct SentenceMark: Hashable {
    /// Whether this is where it stands now.
    let isHere: Bool
    /// The number of the move, over the whole screen.
    let number: Int

    func value(_ words: Phrasebook) -> TemplateValue {
        let (here, away) = ("move-\(number)", "move-\(number)-from")
        let said = words.text(isHere ? "diff.mark.sentenceHere" : "diff.mark.sentenceAway", ["number": .number(number)])
        return .view(["id": .text(raw: isHere ? here : away), "href": .text(raw: "#" + (isHere ? away : here)), "said": .text(raw: said)])
    }
}
