/// What a tree entry is, by its mode.
public enum EntryKind: UInt8, Hashable, Sendable {
    /// A file, executable or not.
    case file
    /// A folder.
    case folder
    /// A symbolic link, which is shown and never followed.
    case symlink
    /// A commit of another repository, which is shown and never followed.
    case submodule

    init(mode: UInt32) {
        switch mode & 0o170000 {
        case 0o040000: self = .folder
        case 0o120000: self = .symlink
        case 0o160000: self = .submodule
        default: self = .file
        }
    }
}

/// One entry of a tree.
public struct TreeEntry: Hashable, Sendable {
    /// The file mode, such as `0o100644`.
    public let mode: UInt32
    /// The object it names.
    public let id: ObjectID

    /// Puts an entry together.
    public init(mode: UInt32, id: ObjectID) {
        self.mode = mode
        self.id = id
    }

    /// What it is.
    public var kind: EntryKind { EntryKind(mode: mode) }
}
