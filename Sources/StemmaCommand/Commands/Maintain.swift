import ArgumentParser
import Community
import Git
import WikiCore

/// `stemma maintain`: tidies what lies below a wiki.
struct Maintain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "maintain", abstract: "Pack the repository, and verify it.",
        discussion: """
            A server does this by itself after every few hundred saves; by hand it makes sense after a large import, or while no server runs. It \
            packs what is loose, writes the indexes that make clones quick, removes what killed pushes left behind, takes sessions, links and \
            addresses away that are past their time, and verifies every object. A server may be running. Ends with 1 where something is damaged.
            """)

    @Argument(help: ArgumentHelp("The folder of the wiki.", valueName: "DIR"))
    var directory: String = "wiki"

    /// What a killed push left is left alone until it is as old as this, in seconds: another may be under way.
    private static let leftoverAge = 86_400

    func run() async throws {
        let opening = try Opening(directory)
        try opening.requireWiki()
        try await opening.useMembers { members, configuration in try await members.sweep(addressDays: configuration.audit.addressDays) }
        let maintenance = GitMaintenance(directory: opening.folder.repository)
        let before = maintenance.load()
        try await Failure.wrapping(directory) { try await maintenance.run() }
        maintenance.removeLeftovers(olderThan: Self.leftoverAge, now: Int(Opening.now()))
        let after = maintenance.load()
        print("Packs: \(before.packs) before, \(after.packs) now. Loose objects: \(before.looseObjects) before, \(after.looseObjects) now.")
        do {
            try await GitCommand(directory: opening.folder.repository).verify()
        } catch {
            throw Failure(.foundWrong, "\(directory): the repository is damaged: \(error)")
        }
        print("All objects are sound.")
    }
}
