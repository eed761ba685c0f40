package import Git
import Glibc

/// Makes the first commit of a wiki from a folder of files. The folder is only read; symlinks become symlinks.
package struct FolderImport {
    /// A file that was left out, and why.
    package struct Skipped: Hashable, Sendable {
        /// The file, as it was found.
        package let path: String
        /// Why.
        package let reason: Reason
    }

    /// Why a file was left out.
    package enum Reason: Hashable, Sendable {
        /// It has more bytes than an attachment may.
        case tooLarge(limit: Int)
        /// It lies too many folders deep.
        case tooDeep
        /// It is neither a file nor a folder.
        case otherKind
        /// What the system said.
        case system(String)
    }

    private let repository: Repository
    private let attachmentLimit: Int
    private var updates: [TreeUpdate] = []
    private var tree: ObjectID
    /// What was left out.
    package private(set) var skipped: [Skipped] = []
    /// How many files were taken.
    package private(set) var count = 0

    private static let depthLimit = 64

    /// Prepares to write into a repository without commits.
    package init(repository: Repository, attachmentLimit: Int) throws {
        self.repository = repository
        self.attachmentLimit = attachmentLimit
        tree = try repository.writeEmptyTree()
    }

    /// Takes all files below a folder but those of version control, and commits them.
    /// - Parameter excluding: names of folders right inside that stay out.
    package mutating func commit(
        _ folder: String, excluding: Set<String> = [], author: EditAuthor, message: String, time: Int64
    ) throws -> ObjectID {
        try take(folder, at: .root, excluding: excluding, depth: 0)
        try write()
        let signature = Signature(name: author.name, email: author.email, time: time)
        return try repository.writeCommit(tree: tree, parents: [], author: signature, committer: signature, message: message)
    }

    private mutating func take(_ folder: String, at path: GitPath, excluding: Set<String>, depth: Int) throws {
        guard depth < Self.depthLimit, let directory = opendir(folder) else {
            skipped.append(Skipped(path: folder, reason: depth < Self.depthLimit ? Self.systemReason : .tooDeep))
            return
        }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            let text = String(decoding: name, as: UTF8.self)
            if [".", "..", ".git", ".hg", ".svn"].contains(text) || excluding.contains(text) { continue }
            try takeItem("\(folder)/\(text)", at: path.appending(name), depth: depth)
        }
    }

    private mutating func takeItem(_ item: String, at path: GitPath, depth: Int) throws {
        var info = stat()
        guard lstat(item, &info) == 0 else {
            skipped.append(Skipped(path: item, reason: Self.systemReason))
            return
        }
        switch info.st_mode & S_IFMT {
        case S_IFDIR: try take(item, at: path, excluding: [], depth: depth + 1)
        case S_IFREG where info.st_size <= attachmentLimit:
            guard let bytes = Self.read(item, count: Int(info.st_size)) else {
                skipped.append(Skipped(path: item, reason: Self.systemReason))
                return
            }
            try put(path, mode: TreeUpdate.fileMode, bytes)
        case S_IFREG: skipped.append(Skipped(path: item, reason: .tooLarge(limit: attachmentLimit)))
        case S_IFLNK:
            var target = [UInt8](repeating: 0, count: Int(PATH_MAX))
            let length = readlink(item, &target, target.count)
            if length > 0 { try put(path, mode: 0o120000, Array(target[..<length])) }
        default: skipped.append(Skipped(path: item, reason: .otherKind))
        }
    }

    private static var systemReason: Reason { .system(String(cString: strerror(errno))) }

    private mutating func put(_ path: GitPath, mode: UInt32, _ bytes: [UInt8]) throws {
        updates.append(.put(path, mode: mode, blob: try repository.writeBlob(bytes)))
        count += 1
        if updates.count >= 500 { try write() }
    }

    private mutating func write() throws {
        tree = try repository.updateTree(tree, updates)
        updates = []
    }

    private static func read(_ path: String, count: Int) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var result: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: max(4096, min(count + 1, 1 << 20)))
        while result.count <= count {
            let read = Glibc.read(descriptor, &buffer, buffer.count)
            if read < 0 { return nil }
            if read == 0 { break }
            result.append(contentsOf: buffer[..<read])
        }
        return result
    }
}
