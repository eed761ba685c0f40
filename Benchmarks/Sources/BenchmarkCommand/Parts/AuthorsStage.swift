/// What `stemma rebuild --attribution` tells: `Found the authors of 167 pages in 1.9 s.`
struct AuthorsStage {
    let pages: Int
    let seconds: Double

    /// Nil where the words are others, or the stage was too short to be told.
    init?(_ output: String) {
        guard let line = output.split(separator: "\n").last(where: { $0.hasPrefix("Found the authors of ") }) else { return nil }
        let words = line.split(separator: " ")
        guard words.count == 9, let pages = Int(words[4]), let seconds = Double(words[7]), seconds > 0 else { return nil }
        self.pages = pages
        self.seconds = seconds
    }
}
