import ArgumentParser
import Glibc
import Markup

/// The program: one file per subcommand in `Commands`.
@main
struct Stemma: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stemma",
        abstract: "A wiki whose pages are Markdown files in a git repository.",
        discussion: """
            Start a new wiki:          stemma serve my-wiki
            Start from what you have:  stemma init my-wiki --from notes.git
            Then open http://localhost:8080 in a browser.

            Ends with 0 where all went well, 1 where something is wrong or not there, 64 for a command or settings that are not \
            understood, 70 for a mistake of the program's own, 74 where reading or writing failed.
            Colours are for terminals alone, and NO_COLOR=1 turns them off.
            """,
        version: "0.1.0",
        subcommands: [
            Serve.self, Init.self, UserCommand.self, TokenCommand.self, AuditCommand.self, History.self, DiffCommand.self,
            AuthorsCommand.self, Render.self, ExportCommand.self, Check.self, Maintain.self, Rebuild.self, SSHKeysCommand.self,
            SSHServeCommand.self,
            RenderWorker.self,
        ])

    static func main() async {
        signal(SIGPIPE, SIG_IGN)
        ProcessMemory.giveBackEarly()
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            try StandardOutput.finish()
        } catch let failure as Failure {
            failure.report()
        } catch {
            exit(withError: error)
        }
    }
}
