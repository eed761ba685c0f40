import ArgumentParser

/// `stemma export`: the same text for readers.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Make a static site or a book of a wiki.", subcommands: [ExportSite.self])
}
