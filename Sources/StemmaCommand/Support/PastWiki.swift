import Community
import Git
import Glibc
import WikiCore

/// A wiki as it was at a commit or tag: a data folder of its own that borrows the objects of the wiki, and goes when it is closed.
struct PastWiki {
    let open: OpenWiki
    private let folder: String

    /// Opens it, with its index made.
    /// - Parameter name: a tag, a branch, or a commit's id.
    init(_ name: String, of opening: Opening, _ configuration: Configuration) async throws {
        let commit = try await Self.commit(name, opening.folder.repository)
        var template = Array("/tmp/stemma-version-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw Failure(.inputOutput, "No temporary folder can be made: \(String(cString: strerror(errno))).")
        }
        folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        do {
            open = try Self.open(folder, commit, opening, configuration)
        } catch {
            FolderRemoval.remove(folder)
            throw error
        }
        let progress = ProgressLine()
        defer { progress.finish() }
        do {
            try await open.wiki.indexer.catchUp { progress.show($0) }
        } catch {
            await close()
            throw error
        }
    }

    /// Closes it, and takes its folder away.
    func close() async {
        await open.close()
        FolderRemoval.remove(folder)
    }

    private static func commit(_ name: String, _ repository: String) async throws -> ObjectID {
        let git = GitCommand(directory: repository)
        let found = try? await git.run(["rev-parse", "--verify", "--quiet", "--end-of-options", "\(name)^{commit}"])
        let text = found.map { $0.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? "" }
        guard let id = text.flatMap({ ObjectID(hex: $0) }) else {
            throw Failure(.foundWrong, "There is no tag, branch or commit \(name.printable).")
        }
        return id
    }

    private static func open(
        _ folder: String, _ commit: ObjectID, _ opening: Opening, _ configuration: Configuration
    ) throws -> OpenWiki {
        let data = DataFolder(folder)
        _ = try Repository.create(directory: data.repository, branch: "refs/heads/main")
        guard let objects = realpath("\(opening.folder.repository)/objects", nil) else {
            throw Failure(.inputOutput, "\(opening.folder.repository): \(String(cString: strerror(errno))).")
        }
        defer { free(objects) }
        try TextFile.write("\(String(cString: objects))\n", to: "\(data.repository)/objects/info/alternates")
        try TextFile.write("\(commit.hex)\n", to: "\(data.repository)/refs/heads/main")
        let members = try opening.members(configuration)
        do {
            let policy = AccessPolicy(register: members.accounts)
            let wiki = try Wiki(
                folder: data, configuration: configuration, worker: opening.worker(configuration), policy: policy,
                credits: CommunityCredits(members), logger: Opening.logger(.warning), time: Opening.now)
            return OpenWiki(wiki: wiki, members: members, policy: policy)
        } catch {
            members.close()
            throw error
        }
    }
}
