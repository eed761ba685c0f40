import HTTPTypes
import Presentation
import Wording

extension WebError {
    /// What happened, in a sentence for a person; nil where no language has one for the code. Values stay plain numbers for
    /// machines; bounds in bytes are told as people say them.
    func sentence(_ words: Phrasebook) -> String? {
        guard words.has(code) else { return nil }
        var shown = values.mapValues { PhraseValue.text($0) }
        if status == .contentTooLarge, let bytes = values["limit"].flatMap({ Int($0) }) {
            shown["limit"] = .text(ByteSize(bytes).text(words))
        }
        return words.text(code, shown)
    }
}
