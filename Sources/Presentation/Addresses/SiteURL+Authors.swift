/// What somebody wants to see of a page's authors, as the address says it.
package struct AuthorsChoice: Hashable, Sendable {
    /// The revision, by its commit; nil for now.
    package var revision: String?
    /// Words are tinted by their age and not by who wrote them.
    package var isByAge = false
    /// Whose words stand out, by the name in `PersonMarks`.
    package var who: String?
    /// The bytes of the text that are asked after.
    package var at: Range<Int>?
    /// The part of a long text, from 1; nil finds the one that the other wishes lead to.
    package var part: Int?

    /// The whole text by people, now.
    package init(revision: String? = nil) {
        self.revision = revision
    }

    /// The same with the bytes that are asked after: `120-180`; anything else asks after none.
    package static func range(_ text: String) -> Range<Int>? {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard ends.count == 2, let start = ends[0], let end = ends[1], start >= 0, end > start else { return nil }
        return start..<end
    }
}

extension SiteURL {
    /// Who wrote which words.
    package func authors(_ path: [UInt8], _ choice: AuthorsChoice = AuthorsChoice()) -> String {
        action(
            "authors", path,
            [
                ("rev", choice.revision), ("by", choice.isByAge ? "age" : nil), ("who", choice.who),
                ("at", choice.at.map { "\($0.lowerBound)-\($0.upperBound)" }), ("part", choice.part.map(String.init)),
            ])
    }
}
