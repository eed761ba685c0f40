extension SiteURL {
    /// Who wrote which words.
    package func authors(_ path: [UInt8], _ choice: AuthorsChoice = AuthorsChoice()) -> String {
        if let place {
            guard choice.revision == nil, choice.who == nil, choice.at == nil else { return elsewhere { $0.authors(path, choice) } }
            let mark = [choice.isByAge ? "age" : nil, choice.part.flatMap { $0 > 1 ? String($0) : nil }].compactMap(\.self).joined(
                separator: "~")
            let here = file(of: path) { place.site.hasHistories ? StaticSite.file("authors", $0, mark: mark.isEmpty ? nil : mark) : nil }
            if let here { return here }
        }
        return action(
            "authors", path,
            [
                ("rev", choice.revision), ("by", choice.isByAge ? "age" : nil), ("who", choice.who),
                ("at", choice.at.map { "\($0.lowerBound)-\($0.upperBound)" }), ("part", choice.part.map(String.init)),
            ])
    }
}
