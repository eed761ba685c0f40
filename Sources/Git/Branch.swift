import Glibc

/// The one branch that a wiki serves: read and moved by git's own protocol of files, so that any git client sees
/// the same, and durable when `move` returns, which libgit2's references are not.
public struct Branch: Hashable, Sendable {
    /// The folder of the bare repository.
    public let directory: String
    /// The full name, such as `refs/heads/main`.
    public let name: String

    /// Names a branch; nothing is read.
    public init(directory: String, name: String) {
        self.directory = directory
        self.name = name
    }

    /// The branch that HEAD names; nil where HEAD is detached or missing.
    public static func head(of directory: String) -> Branch? {
        guard let text = readSmallFile("\(directory)/HEAD"), text.starts(with: Array("ref: refs/heads/".utf8)) else { return nil }
        let name = text.dropFirst(5).prefix { $0 != UInt8(ascii: "\n") }
        return Branch(directory: directory, name: String(decoding: name, as: UTF8.self))
    }

    /// The name as people say it: `main`.
    public var shortName: String {
        name.hasPrefix("refs/heads/") ? String(name.dropFirst("refs/heads/".count)) : name
    }

    /// The commit it names now; nil where the branch is not born. One small read: cheap enough for every request.
    public func tip() throws(GitError) -> ObjectID? {
        if let loose = readSmallFile(path) {
            guard let id = Self.parse(loose) else {
                throw GitError(code: .generic, function: "Branch.tip", message: "\(name) holds no object id")
            }
            return id
        }
        guard let packed = readSmallFile("\(directory)/packed-refs") else { return nil }
        let wanted = Array(" \(name)".utf8)
        for line in packed.split(separator: UInt8(ascii: "\n"))
        where line.count == 40 + wanted.count && line.suffix(wanted.count).elementsEqual(wanted) {
            return Self.parse(line.prefix(40))
        }
        return nil
    }

    /// Moves the branch from `expected` (nil: not born) to `new` if it still names `expected`; durable on return.
    /// - Throws: `modified` where it names another commit, `locked` where somebody holds its lock.
    public func move(from expected: ObjectID?, to new: ObjectID) throws(GitError) {
        let lock = path + ".lock"
        try makeFolders()
        let descriptor: Int32
        do throws(GitError) {
            descriptor = try system("open", lock) { open(lock, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644) }
        } catch {
            throw error.code == .exists ? GitError(code: .locked, function: "Branch.move", message: "\(name) is locked") : error
        }
        var isOpen = true
        do throws(GitError) {
            guard try tip() == expected else {
                throw GitError(code: .modified, function: "Branch.move", message: "\(name) moved meanwhile")
            }
            let line = Array("\(new.hex)\n".utf8)
            let written = write(descriptor, line, line.count)
            guard written == line.count else {
                throw GitError(code: .generic, function: "write", message: "\(lock): \(String(cString: strerror(errno)))")
            }
            try system("fsync", lock) { fsync(descriptor) }
            close(descriptor)
            isOpen = false
            try system("rename", lock) { rename(lock, path) }
        } catch {
            if isOpen { close(descriptor) }
            unlink(lock)
            throw error
        }
        // From here on the branch names the new commit, for everybody.
        try flushFolder(folder)
    }

    /// Removes a lock that a killed process left; only for a starting server that owns the data folder.
    public func removeStaleLock() {
        unlink(path + ".lock")
    }

    private var path: String { "\(directory)/\(name)" }
    private var folder: String { String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]) }

    private func makeFolders() throws(GitError) {
        var current = directory
        for segment in name.split(separator: "/").dropLast() {
            current += "/\(segment)"
            if mkdir(current, 0o755) == 0 { try flushFolder(String(current[..<(current.lastIndex(of: "/") ?? current.endIndex)])) }
        }
    }

    private static func parse(_ bytes: some Collection<UInt8>) -> ObjectID? {
        ObjectID(hex: String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
    }
}

/// The bytes of a file of git's own, bounded at 64 MiB; nil where it can't be read.
private func readSmallFile(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while result.count < 64 << 20 {
        let count = read(descriptor, &buffer, buffer.count)
        if count < 0 { return nil }
        if count == 0 { break }
        result.append(contentsOf: buffer[..<count])
        if count < buffer.count && result.count < buffer.count { break }
    }
    return result
}
