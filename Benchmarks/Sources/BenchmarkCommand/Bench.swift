/// What all parts of a run share: the program that is measured, a folder, and the wiki that most of them look at.
final class Bench {
    /// The built `stemma`.
    let program: String
    let counts: Counts
    let folder: TemporaryFolder
    /// A bundle of the Rust project's RFCs, where it is at hand.
    let proposals: String?
    private let bundle: String?
    private var knownCorpus: Corpus?
    private var knownWiki: String?

    init(_ options: Options) throws {
        program = try options.programPath()
        counts = options.isQuick ? .quick : .full
        folder = try TemporaryFolder(in: options.folder)
        bundle = try options.bundlePath()
        proposals = try options.proposalsPath()
    }

    /// The history to measure on; made on the first call where none is at hand.
    func corpus() throws -> Corpus {
        if let knownCorpus { return knownCorpus }
        let corpus = try bundle.map(Corpus.goWiki) ?? Corpus.generated(self)
        knownCorpus = corpus
        return corpus
    }

    /// A wiki over the corpus, with its index, for one part alone: each gets its own copy and may change it.
    func wiki() throws -> String {
        let source = try knownWiki ?? initialise(corpus().bundle).folder
        knownWiki = source
        let copy = folder.newPath("wiki")
        try Command("cp", ["-a", "--", source, copy], in: folder).run()
        return copy
    }

    /// Makes a wiki with `stemma init --from`.
    func initialise(_ source: String) throws -> (folder: String, duration: Duration) {
        let wiki = folder.newPath("init")
        let duration = try Command(program, ["init", wiki, "--from", source], in: folder).run().duration
        return (wiki, duration)
    }
}
