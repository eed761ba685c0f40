import ArgumentParser
import Markup

/// The hidden subcommand that the server starts to parse Markdown in a process of its own.
struct RenderWorker: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render-worker", abstract: "Renders pages for a server.", shouldDisplay: false)

    func run() {
        MarkupWorker.run()
    }
}
