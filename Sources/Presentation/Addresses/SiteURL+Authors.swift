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
