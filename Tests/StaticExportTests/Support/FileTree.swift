import Glibc
import TestSupport

/// All files below a folder, as a visitor of it finds them.
struct FileTree: Equatable {
    /// Their bytes, by paths relative to the folder.
    private(set) var files: [String: [UInt8]] = [:]
    /// What tells a file that was written again from one that was not: its inode and when it was changed.
    private(set) var identities: [String: String] = [:]

    static func == (one: FileTree, other: FileTree) -> Bool { one.files == other.files }

    /// Reads a folder; empty where there is none.
    init(_ folder: String) throws { try read(folder, "") }

    /// The texts of a file; empty where there is none.
    func text(_ path: String) -> String { String(decoding: files[path] ?? [], as: UTF8.self) }

    /// The paths of files with an ending.
    func paths(_ ending: String) -> [String] { files.keys.filter { $0.hasSuffix(ending) }.sorted() }

    /// The files that hold some words.
    func paths(holding words: String) -> [String] {
        files.filter { String(decoding: $0.value, as: UTF8.self).contains(words) }.map(\.key).sorted()
    }

    /// The paths of what is only in one of two, or other in both.
    func changed(from other: FileTree) -> [String] {
        Set(files.keys).union(other.files.keys).filter { files[$0] != other.files[$0] }.sorted()
    }

    /// The paths of files that were written since, in the same words or others.
    func written(since other: FileTree) -> [String] { identities.filter { other.identities[$0.key] != $0.value }.map(\.key).sorted() }

    /// For a message: what differs, and the first lines in which they do.
    func difference(from other: FileTree) -> String {
        changed(from: other).prefix(6).map { path in
            guard let mine = files[path] else { return "- \(path)" }
            guard let theirs = other.files[path] else { return "+ \(path)" }
            let pairs = zip(Self.lines(mine), Self.lines(theirs)).first { $0 != $1 }
            return "~ \(path): \(pairs.map { "\($0.prefix(300)) | \($1.prefix(300))" } ?? "one is longer")"
        }.joined(separator: "\n")
    }

    private static func lines(_ bytes: [UInt8]) -> [String] {
        bytes.split(separator: 10, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }

    private mutating func read(_ folder: String, _ prefix: String) throws {
        guard let directory = opendir(folder) else {
            if errno == ENOENT { return }
            throw SystemFailure("opendir \(folder)")
        }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            guard name != ".", name != ".." else { continue }
            let path = "\(folder)/\(name)"
            var info = stat()
            guard lstat(path, &info) == 0 else { throw SystemFailure("lstat \(path)") }
            if info.st_mode & S_IFMT == S_IFDIR {
                try read(path, "\(prefix)\(name)/")
            } else {
                files[prefix + name] = try Self.bytes(path, Int(info.st_size))
                identities[prefix + name] = "\(info.st_ino) \(info.st_mtim.tv_sec).\(info.st_mtim.tv_nsec)"
            }
        }
    }

    private static func bytes(_ path: String, _ size: Int) throws -> [UInt8] {
        guard let file = fopen(path, "r") else { throw SystemFailure("open \(path)") }
        defer { fclose(file) }
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in count = fread(buffer.baseAddress, 1, size, file) }
    }
}
