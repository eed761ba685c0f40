/// A wiki whose pages all lie in one folder. They hold the texts of another wiki's pages, so that only the folder's
/// width tells the two apart.
enum FlatWiki {
    /// Makes the repository.
    static func make(_ bench: Bench, pages: Int, texts: [[UInt8]]) throws -> String {
        let history = try FastImport(bench.folder.newPath("flat.stream"))
        let files = (0..<pages).map { number -> (path: String, text: String) in
            let text = texts.isEmpty ? "" : String(decoding: texts[number % texts.count], as: UTF8.self)
            return ("\(name(number)).md", "Page \(number) of many.\n\n" + text)
        }
        try history.commit(files, message: "Begin with many pages")
        let repository = bench.folder.newPath("flat.git")
        try history.makeRepository(repository, in: bench.folder)
        return repository
    }

    static func name(_ number: Int) -> String { "Page-\(number)" }
}
