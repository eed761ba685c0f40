import ArgumentParser

/// `stemma export`: the text of a wiki for readers, without a server.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Make a static site or a book of a wiki.", subcommands: [ExportSite.self, ExportBook.self])
}
