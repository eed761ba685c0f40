import Glibc

/// The folder that holds one wiki: its configuration, its repository, its index.
package struct DataFolder: Hashable, Sendable {
    /// The folder's path.
    package let path: String

    /// Names a folder; nothing is read or made.
    package init(_ path: String) {
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    /// `stemma.yaml`, whose presence makes the folder a wiki's.
    package var configurationFile: String { "\(path)/stemma.yaml" }
    /// The bare repository: the truth for all content.
    package var repository: String { "\(path)/wiki.git" }
    /// The derived index.
    package var indexFile: String { "\(path)/index.sqlite" }
    /// Accounts and all that is known of people: durable, and in no repository.
    package var communityFile: String { "\(path)/community.sqlite" }
    /// Books that were made to be fetched, for as long as a server runs.
    package var exportsFolder: String { "\(path)/exports" }

    /// What a folder is, before anything is done with it.
    package enum Condition: Hashable, Sendable {
        case missing
        case empty
        case wiki
        /// A git repository, or a folder with Markdown: something to make a wiki from.
        case source
        /// Something else, which is left alone.
        case other
        /// It cannot be read; why.
        case unreadable(String)
    }

    /// Looks at the folder without changing it.
    package var condition: Condition {
        guard let directory = opendir(path) else {
            return errno == ENOENT ? .missing : .unreadable(String(cString: strerror(errno)))
        }
        defer { closedir(directory) }
        var names: Set<String> = []
        while let entry = readdir(directory), names.count < 10_000 {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.insert(name) }
        }
        if names.contains("stemma.yaml") && names.contains("wiki.git") { return .wiki }
        if names.isEmpty || names == ["lost+found"] { return .empty }
        let isRepository = names.contains(".git") || (names.contains("HEAD") && names.contains("objects"))
        let hasMarkdown = names.contains { $0.lowercased().hasSuffix(".md") || $0.lowercased().hasSuffix(".markdown") }
        return isRepository || hasMarkdown ? .source : .other
    }

    /// Keeps every other server out of the folder for as long as the value lives; nil where another has it.
    package func lock() throws -> DataFolderLock? {
        let descriptor = open("\(path)/.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw WikiError.storage("\(path): \(String(cString: strerror(errno)))") }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            return nil
        }
        return DataFolderLock(descriptor: descriptor)
    }
}

/// The right to serve a data folder, given back when the last reference goes.
package final class DataFolderLock: Sendable {
    private let descriptor: Int32

    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }
}
