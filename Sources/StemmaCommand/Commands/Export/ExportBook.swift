import ArgumentParser
import Git
import Presentation
import StaticExport
import WikiCore
import Wording

/// `stemma export book`: pages of a wiki as an e-book.
struct ExportBook: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "book", abstract: "Make an e-book of a page's list of links, or of pages that are named.",
        discussion: """
            A page whose front matter holds “book:” describes a book: its lists of links are the contents. Where the wiki has one such \
            page, it is taken; --page names another one.
              stemma export book my-wiki handbook.epub
              stemma export book my-wiki bread.epub --pages Guides/Bread Guides/Yeast
            Whose words the chapters hold is found out first, which may take a while the first time.
            """)

    @Argument(help: ArgumentHelp("The folder of the wiki.", valueName: "DIR"))
    var directory: String

    @Argument(help: ArgumentHelp("The file to write; one that is there is replaced.", valueName: "OUT"))
    var out: String

    @Option(help: ArgumentHelp("The page that describes the book.", valueName: "PAGE"))
    var page: String?

    @Option(parsing: .upToNextOption, help: ArgumentHelp("The chapters, in order.", valueName: "PAGE"))
    var pages: [String] = []

    @Option(help: "epub; html, one file that needs nothing else; pdf, that file printed by Chromium.")
    var format: BookFileFormat = .epub

    @Option(help: ArgumentHelp("Where the wiki is on the web, for links to what is not in the book.", valueName: "URL"))
    var baseURL: String?

    func validate() throws {
        if page != nil, !pages.isEmpty { throw ValidationError("Give either --page or --pages.") }
    }

    func run() async throws {
        let printer = format == .pdf ? try ChromiumPrinter() : nil
        let request = BookRequest(source: source, format: format.made, baseURL: baseURL)
        let opening = try Opening(directory)
        try ExportPlace.check(book: out, data: opening.folder)
        try Self.wrapping { () throws(BookError) in try BookFile(out).check() }
        let book = try await opening.use { try await request.make(in: $0) }
        var bytes = book.bytes
        if let printer { bytes = try printer.printed(bytes) }
        try Self.wrapping { () throws(BookError) in try BookFile(out).write(bytes) }
        for problem in book.problems { StandardError.write("\(BookSentence(problem).text.printable)\n") }
        let listed = book.problems.isEmpty ? "" : " \(Counted.text(book.problems.count, "problem")), listed above."
        print(
            "Wrote “\(book.title.printable)” to \(out): \(Counted.text(book.chapters, "chapter")), "
                + "\(Counted.text(book.words, "word")), \(BookSentence.size(bytes.count)).\(listed)")
    }

    private static func wrapping(_ body: () throws(BookError) -> Void) throws(Failure) {
        do {
            try body()
        } catch {
            throw Failure(error)
        }
    }

    private var source: BookSource {
        if !pages.isEmpty { return .pages(pages.map { GitPath($0) }) }
        return page.map { .page(GitPath($0)) } ?? .onlyBook
    }
}

extension BookFileFormat: ExpressibleByArgument {}
