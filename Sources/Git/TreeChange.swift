/// A file that differs between two trees: added where `old` is nil, deleted where `new` is nil.
public struct TreeChange: Hashable, Sendable {
    /// The path of the file.
    public let path: GitPath
    /// The entry before.
    public let old: TreeEntry?
    /// The entry after.
    public let new: TreeEntry?

    /// Puts a change together.
    public init(path: GitPath, old: TreeEntry?, new: TreeEntry?) {
        self.path = path
        self.old = old
        self.new = new
    }
}
