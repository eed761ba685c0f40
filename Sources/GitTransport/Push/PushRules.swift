package import Git
package import WikiCore

/// What a push is judged by: the wiki's settings and bounds, and what its pusher may do.
package struct PushRules: Sendable {
    /// The full name of the one branch.
    package let branch: String
    /// Paths of files and pages.
    package let layout: PagesLayout
    /// The rules for names.
    package let names: NamePolicy
    /// The bounds of pages, attachments and summaries.
    package let limits: Configuration.Limits
    /// True for reviewers: they make tags.
    package var mayTag = false
    /// True for admins: they change what lies in `.stemma`.
    package var mayConfigure = false
    /// Whether the address of somebody whom a commit names is the pusher's own; nil where anybody's work may be pushed. May block.
    package var isOwn: (@Sendable (String) throws -> Bool)?
    /// What is wrong with the text of a settings file; nil where nothing is.
    package var settingsFault: @Sendable ([UInt8], GitPath) -> WikiError? = { _, _ in nil }

    /// The most objects of one push.
    package var objectLimit = 500_000
    /// The most commits of one push.
    package var commitLimit = 100_000
    /// The most people whom the commits of one push may name, each spelling counted.
    package var peopleLimit = 20_000
    /// The most paths that the commits of one push may change, each counted in each commit.
    package var pathLimit = 1_000_000
    /// The most files of the whole wiki after a push.
    package var fileLimit = 1_000_000
    /// The most bytes of a commit, or of an annotated tag.
    package var messageLimit = 1 << 20
    /// The most bytes of the list of one folder.
    package var folderLimit = 32 << 20
    /// The most parents of a commit.
    package var parentLimit = 32

    /// The rules of a wiki, for somebody who may edit and nothing more.
    package init(branch: String, configuration: Configuration) {
        self.branch = branch
        layout = PagesLayout(root: GitPath(configuration.pages.root))
        names = NamePolicy(segmentLimit: configuration.limits.segment)
        limits = configuration.limits
    }

    /// The most bytes that what a push brings may come to once it is unpacked.
    var unpackedLimit: Int { limits.push * 4 }

    /// The first objection to a push that its commands alone give cause to: cheap, and asked before a byte of the pack is
    /// looked at.
    package func objection(to commands: [RefCommand]) -> PushRefusal? {
        guard commands.count <= PushOpening.commandLimit else { return .tooManyCommands(limit: PushOpening.commandLimit) }
        var seen: Set<[UInt8]> = []
        for command in commands {
            guard seen.insert(command.name).inserted else { return .repeated(name: command.name) }
            if let objection = objection(to: command) { return objection }
        }
        return nil
    }

    private func objection(to command: RefCommand) -> PushRefusal? {
        switch command.kind {
        case .head: return .head(branch: shortBranch)
        case .other: return .otherReference(name: command.name)
        case .branch:
            guard command.name.elementsEqual(branch.utf8) else { return .otherBranch(name: command.name, branch: shortBranch) }
            return command.new == nil ? .deletion(name: command.name) : nil
        case .tag(let name):
            if command.new == nil { return .deletion(name: command.name) }
            guard mayTag else { return .tagNotAllowed(name: command.name) }
            if command.old != nil { return .tagMoved(name: command.name) }
            if let problem = names.problem(with: GitPath(bytes: name)) { return .tagName(name: command.name, problem) }
            let tag = TagName(bytes: name)
            if !tag.isWellFormed { return .tagForm(name: command.name) }
            return tag.isMisleading(besides: shortBranch) ? .tagMisleading(name: command.name) : nil
        }
    }

    /// The branch as people say it.
    var shortBranch: String { branch.hasPrefix("refs/heads/") ? String(branch.dropFirst("refs/heads/".count)) : branch }

    /// What is wrong with the name of a new file; nil where nothing is. Files that are not served may begin with a dot, and
    /// outside the pages root with an underscore.
    func problem(withNewFile file: GitPath) -> NameProblem? {
        switch layout.role(of: file) {
        case .page(let path), .attachment(let path): return names.problem(with: path)
        case .part(let path): return names.problem(with: path, isPart: true)
        case .outside, .hidden:
            let marks = [UInt8(ascii: "."), UInt8(ascii: "_")]
            let isOutside = !file.isInside(layout.root)
            let segments = file.segments.map { segment -> [UInt8] in
                guard let first = segment.first, first == marks[0] || isOutside && first == marks[1] else { return Array(segment) }
                // As though a letter stood before it: every other rule still holds, so `.git` and `..` are refused.
                return [UInt8(ascii: "x")] + segment
            }
            return names.problem(with: GitPath(segments: segments))
        }
    }
}
