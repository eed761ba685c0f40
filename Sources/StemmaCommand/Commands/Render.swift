import ArgumentParser
import Markup
import WebServer

/// `stemma render`: Markdown to HTML, as the wiki would show it.
struct Render: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Render a Markdown file as the wiki would.",
        discussion: "Reads standard input where no file is named. Links are left as written, since there is no wiki to look them up in.")

    @Argument(help: ArgumentHelp("A Markdown file, or - for standard input.", valueName: "FILE"))
    var file: String = "-"

    @Flag(help: "Print HTML, headings and links as JSON.")
    var json = false

    func run() async throws {
        let text = try TextFile.read(file, limit: MarkdownParser.usualSizeLimit)
        let installation = try Installation()
        let pool = MarkupPool(configuration: MarkupPoolConfiguration(executable: installation.executable, workers: 1))
        let document: Document
        do {
            document = try await pool.document(text, priority: .page)
        } catch {
            await pool.shutdown()
            throw Failure(error, of: file == "-" ? "Standard input" : file)
        }
        await pool.shutdown()
        let html = document.html(PlainLinks()).string
        let output = json ? String(decoding: RenderJSON(document, links: PlainLinks()).value.encoded, as: UTF8.self) + "\n" : html
        try StandardOutput.write(output)
    }
}
