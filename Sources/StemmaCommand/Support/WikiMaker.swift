import Git
import Glibc
import WikiCore

/// Makes data folders. What it made is taken away again where it fails half-way.
struct WikiMaker {
    let folder: DataFolder
    let installation: Installation
    var name: String?
    var branch: String?
    var pagesRoot: String?

    init(directory: String, name: String? = nil, branch: String? = nil, pagesRoot: String? = nil) throws(Failure) {
        folder = DataFolder(directory)
        installation = try Installation()
        self.name = name
        self.branch = branch
        self.pagesRoot = pagesRoot
    }

    /// Makes the wiki, from the starter pages where there is no source, and says in a sentence or two what it found.
    func make(from source: String?) async throws -> String {
        switch folder.condition {
        case .missing, .empty: break
        case .wiki: throw Failure(.usage, "\(folder.path) is a wiki already; nothing was changed.")
        case .source: throw Failure(.usage, Opening.sourceSentence(folder.path))
        case .other: throw Failure(.usage, "\(folder.path) is not empty. Choose another folder; nothing was changed.")
        case .unreadable(let reason): throw Failure(.inputOutput, "\(folder.path) can't be read: \(reason).")
        }
        try makeFolder()
        do {
            return try await Failure.wrapping(source ?? folder.path) {
                try await fill(from: source ?? installation.starter)
                return try await settle(isOwn: source == nil)
            }
        } catch {
            await removeEverything()
            throw error
        }
    }

    private func makeFolder() throws(Failure) {
        // What is made inside is nobody else's either, should somebody open the folder one day.
        umask(0o077)
        var path = ""
        for segment in folder.path.split(separator: "/", omittingEmptySubsequences: false) {
            path += path.isEmpty && segment.isEmpty ? "/" : (path.isEmpty || path.hasSuffix("/") ? "" : "/") + segment
            guard path != "/" else { continue }
            if mkdir(path, 0o700) != 0, errno != EEXIST {
                throw Failure(.inputOutput, "\(path) can't be made: \(String(cString: strerror(errno))).")
            }
        }
        chmod(folder.path, 0o700)
    }

    private func fill(from source: String) async throws {
        if source.contains("://") || Self.isRepository(source) || Self.isFile(source) || Self.looksRemote(source) {
            try await GitCommand.cloneBare(from: source, branch: branch, to: folder.repository)
            _ = try? await GitCommand(directory: folder.repository).run(["remote", "remove", "origin"])
            try await requireBranch(source)
            _ = try? await GitCommand(directory: folder.repository).run(["commit-graph", "write", "--reachable"])
        } else if Self.isDirectory(source) {
            try importFolder(source)
        } else {
            throw Failure(.inputOutput, "\(source) does not exist, or is neither a repository, a bundle nor a folder.")
        }
    }

    /// The branch that HEAD names must be there; where it is not, the only one is taken, else `main`, else `master`. Where none
    /// of these is, the sentence names those that are.
    private func requireBranch(_ source: String) async throws {
        let git = GitCommand(directory: folder.repository)
        if let branch = Branch.head(of: folder.repository), try branch.tip() != nil { return }
        let names = try await git.run(["for-each-ref", "--format=%(refname:short)", "refs/heads"]).split(separator: "\n").map(String.init)
        if names.isEmpty {
            // An empty repository is a fine beginning.
            if Branch.head(of: folder.repository) == nil { try await git.run(["symbolic-ref", "HEAD", "refs/heads/main"]) }
            return
        }
        let usual = ["main", "master"].first { names.contains($0) }
        if branch == nil, let taken = names.count == 1 ? names[0] : usual {
            try await git.run(["symbolic-ref", "HEAD", "refs/heads/\(taken)"])
            return
        }
        let list = names.prefix(10).joined(separator: ", ")
        throw Failure(.usage, "\(source) does not say which of its branches is the wiki (\(list)). Say --branch NAME.")
    }

    private func importFolder(_ source: String) throws {
        let repository = try Repository.create(directory: folder.repository, branch: "refs/heads/\(branch ?? "main")")
        var importer = try FolderImport(repository: repository, attachmentLimit: Configuration().limits.attachment)
        let isStarter = source == installation.starter
        let wiki = EditAuthor(name: "Stemma", email: "wiki@users.noreply.\(try domain())")
        let commit = try importer.commit(
            source, excluding: source == installation.handbook ? ["Starter"] : [], author: wiki,
            message: isStarter ? "Begin the wiki\n" : "Begin the wiki with the files of a folder\n", time: Int64(Glibc.time(nil)))
        try repository.flushObjects()
        guard let branch = Branch.head(of: folder.repository) else { throw Failure(.internalError, "The new repository has no HEAD.") }
        try branch.move(from: nil, to: commit)
        for item in importer.skipped.prefix(10) { StandardError.write("left out: \(item.path.printable) (\(Self.words(item.reason)))\n") }
    }

    private static func words(_ reason: FolderImport.Reason) -> String {
        switch reason {
        case .tooLarge(let limit): "larger than \(ByteCount(limit).text)"
        case .tooDeep: "nested too deep"
        case .otherKind: "neither a file nor a folder"
        case .system(let message): message
        }
    }

    /// The domain of the addresses in commits, written down once: whatever the site is called later, people stay who they are.
    /// Where the environment names neither it nor the site's address, it is the default, which stays as well.
    private func domain() throws -> String {
        let configuration = try Opening(folder.path).configuration()
        let usual = Configuration().identity.domain
        guard configuration.identity.domain == usual, let url = configuration.site.url, let scheme = url.firstRange(of: "://") else {
            return configuration.identity.domain
        }
        let host = url[scheme.upperBound...].prefix { $0 != "/" && $0 != ":" }
        return ConfigurationKind<String>.domain.read(.text(String(host))) ?? usual
    }

    /// Writes the configuration, makes the index, and counts which way the wiki writes its links.
    private func settle(isOwn: Bool) async throws -> String {
        var values = ["site.name": name ?? (isOwn ? "Wiki" : Self.lastName(folder.path))]
        values["identity.domain"] = try domain()
        if let pagesRoot { values["pages.root"] = pagesRoot }
        let template = ConfigurationTemplate(values: values)
        try TextFile.write(template.text, to: folder.configurationFile)
        let opening = try Opening(folder.path)
        let found = try await opening.use { wiki in
            try await wiki.read { snapshot in
                let repositoryIsShallow = snapshot.repository.isShallow
                return (
                    pages: try snapshot.index.pageCount(), commits: try snapshot.index.commitCount(),
                    census: try snapshot.wikilinkCensus(), prefixes: try snapshot.prefixCensus(), isShallow: repositoryIsShallow
                )
            }
        }
        var sentences = ["\(folder.path): \(Counted.text(found.pages, "page")), \(Counted.text(found.commits, "commit"))."]
        if found.census.textFirst > found.census.targetFirst {
            values["links.wikilinks"] = "text-first"
            sentences.append(
                "Its links read [[text|Page]]: \(Counted.text(found.census.textFirst, "resolves", "resolve")) that way, \(found.census.targetFirst) the other. links.wikilinks is set to text-first."
            )
        }
        let prefixes = found.prefixes.filter { $0.count >= Self.fewestPrefixedLinks }.prefix(Self.mostPrefixes)
        if !prefixes.isEmpty {
            values["links.prefixes"] = prefixes.map(\.prefix).joined(separator: ", ")
            sentences += prefixes.map { "\($0.count) links begin with \($0.prefix.printable) and mean its own pages." }
            sentences.append("links.prefixes is set to \(values["links.prefixes"] ?? "").")
        }
        try TextFile.write(ConfigurationTemplate(values: values).text, to: folder.configurationFile)
        if found.isShallow { sentences.append("The history is shallow: what came before its oldest commit is not here.") }
        return sentences.joined(separator: "\n")
    }

    /// A prefix that fewer links have is taken for chance.
    private static let fewestPrefixedLinks = 3
    private static let mostPrefixes = 5

    private func removeEverything() async {
        let databases = [folder.indexFile, folder.communityFile].flatMap { file in ["", "-wal", "-shm"].map { file + $0 } }
        for file in databases + [folder.configurationFile, "\(folder.path)/.lock"] { unlink(file) }
        FolderRemoval.remove(folder.repository)
        rmdir(folder.path)
    }

    private static func lastName(_ path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? "Wiki"
        return name == "." ? "Wiki" : name
    }

    private static func isRepository(_ path: String) -> Bool {
        Installation.exists("\(path)/.git") || (Installation.exists("\(path)/HEAD") && isDirectory("\(path)/objects"))
    }

    private static func looksRemote(_ source: String) -> Bool {
        !Installation.exists(source) && source.contains(":") && source.contains("@")
    }

    private static func isFile(_ path: String) -> Bool { kind(of: path) == S_IFREG }
    private static func isDirectory(_ path: String) -> Bool { kind(of: path) == S_IFDIR }

    private static func kind(of path: String) -> mode_t? {
        var info = stat()
        return stat(path, &info) == 0 ? info.st_mode & S_IFMT : nil
    }
}
