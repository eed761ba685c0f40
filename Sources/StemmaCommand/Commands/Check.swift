import ArgumentParser
import Community
import Git
import WikiCore

/// `stemma check`: what is wrong with a wiki, and what its people may want to know.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check repository, accounts, pages and links.",
        discussion: """
            Ends with 1 where something is wrong: a damaged repository, damaged accounts, a page that can't be shown, broken front \
            matter, a redirect to nothing. Missing and ambiguous links and odd names are listed; with --strict they count as wrong, too.
            One line a finding: what it is, where, and in brackets what exactly. The last line counts them.
            """)

    @Argument(help: ArgumentHelp("The folder of the wiki.", valueName: "DIR"))
    var directory: String = "wiki"

    @Flag(help: "Everything that is listed counts as wrong.")
    var strict = false

    @Flag(help: "List only what is wrong, not what is merely to look at.")
    var quiet = false

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        let opening = try Opening(directory)
        try opening.requireWiki()
        let accounts = try await damagedAccounts(opening)
        var damage = await damage(of: opening.folder)
        var findings: [Finding] = []
        do {
            findings = try await opening.use { wiki in try await wiki.read { try $0.findings() } }
        } catch let failure as Failure
            where failure.isOfRepository || ((damage != nil || !accounts.isEmpty) && failure.code != .usage)
        {
            // Found wrong, and no failure of the command: what is broken can't be looked at further.
            if accounts.isEmpty || failure.isOfRepository { damage = damage ?? failure.sentence }
        }
        let listing = CheckListing(damage: damage, accounts: accounts, findings: findings, isStrict: strict, isQuiet: quiet)
        try StandardOutput.write(json ? listing.json : listing.plain)
        if listing.wrong > 0 { throw ExitCode(Failure.Code.foundWrong.rawValue) }
    }

    /// What git says of a repository's objects; nil where they are sound.
    private func damage(of folder: DataFolder) async -> String? {
        do {
            try await GitCommand(directory: folder.repository).verify()
            return nil
        } catch {
            return "\(error)"
        }
    }

    /// What is wrong with `community.sqlite`.
    private func damagedAccounts(_ opening: Opening) async throws -> [String] {
        let configuration = try await Failure.wrapping(directory) { try opening.configuration() }
        do {
            let members = try opening.members(configuration)
            defer { members.close() }
            return try await members.damage()
        } catch MemberError.storage(let reason) {
            return [reason]
        } catch let error as MemberError {
            throw Failure(error)
        }
    }
}
