/// Compares trees that somebody sent, within a budget of paths that holds for all comparisons together, and looks at each
/// tree that is new whether it is sound.
///
/// A folder that comes or goes as a whole is counted before it is walked, so trees made to hold more paths than anybody
/// could list cost nothing.
public struct TreeComparison {
    /// Why the trees are not compared to the end.
    public enum Fault: Error, Hashable, Sendable {
        /// The history can't be read.
        case git(GitError)
        /// More paths differ than the budget allows.
        case tooManyPaths
        /// Folders are nested too deep, below this one.
        case tooDeep(GitPath)
        /// Bytes that are no tree, entries out of order, or a name twice: the folder, and the name where there is one.
        case unsound(folder: GitPath, name: [UInt8])
    }

    /// How many paths may still differ.
    public private(set) var budget: Int
    private let repository: Repository
    private let isNew: (ObjectID) -> Bool
    private var counter: PathCounter
    private var sound: Set<ObjectID> = []

    /// - Parameters:
    ///   - budget: how many paths may differ in all comparisons together.
    ///   - isNew: whether a tree was brought by whoever is being judged; others are taken as they are.
    public init(_ repository: Repository, budget: Int, isNew: @escaping (ObjectID) -> Bool) {
        self.repository = repository
        self.budget = budget
        self.isNew = isNew
        counter = PathCounter(limit: budget + 1)
    }

    /// The files that differ between two trees, in git's order; nil is the empty tree.
    public mutating func changes(from old: ObjectID?, to new: ObjectID?) throws(Fault) -> [TreeChange] {
        var result: [TreeChange] = []
        try compare(old, new, at: .root, depth: 0, into: &result)
        return result
    }

    /// How many files lie below a tree; the budget this began with, and one, where there are more.
    public mutating func paths(below tree: ObjectID) throws(Fault) -> Int {
        do throws(GitError) {
            return try counter.paths(below: tree, in: repository)
        } catch {
            throw error.code == .invalid ? .tooDeep(.root) : .git(error)
        }
    }

    private mutating func compare(
        _ old: ObjectID?, _ new: ObjectID?, at folder: GitPath, depth: Int, into result: inout [TreeChange]
    ) throws(Fault) {
        if old == new { return }
        guard depth < Repository.deepestFolder else { throw .tooDeep(folder) }
        if let new { try examine(new, folder) }
        if let whole = old == nil ? new : new == nil ? old : nil {
            guard try paths(below: whole) <= budget else { throw .tooManyPaths }
        }
        var changes: [TreeChange] = []
        var folders: [(name: [UInt8], old: ObjectID?, new: ObjectID?)] = []
        try read(old, new) { left, right in
            Repository.mergeEntries(left, right) { one, other in
                Repository.sort(one, other, in: folder, report: { changes.append($0) }) { folders.append((name: $0, old: $1, new: $2)) }
            }
        }
        budget -= changes.count
        guard budget >= 0 else { throw .tooManyPaths }
        result += changes
        for item in folders {
            try compare(item.old, item.new, at: folder.appending(item.name), depth: depth + 1, into: &result)
        }
    }

    /// Looks at a new tree once.
    private mutating func examine(_ tree: ObjectID, _ folder: GitPath) throws(Fault) {
        guard !sound.contains(tree), isNew(tree) else { return }
        var fault: [UInt8]?
        try read(tree, nil) { bytes, _ in fault = TreeSoundness.fault(in: bytes) }
        if let fault { throw .unsound(folder: folder, name: fault) }
        sound.insert(tree)
    }

    /// Lends the bytes of two trees; nil is the empty one.
    private func read(
        _ one: ObjectID?, _ other: ObjectID?, _ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) -> Void
    ) throws(Fault) {
        do throws(GitError) {
            try lend(one) { (left) throws(GitError) in try lend(other) { (right) throws(GitError) in body(left, right) } }
        } catch {
            throw .git(error)
        }
    }

    private func lend(_ id: ObjectID?, _ body: (UnsafeRawBufferPointer) throws(GitError) -> Void) throws(GitError) {
        guard let id else { return try body(UnsafeRawBufferPointer(start: nil, count: 0)) }
        try repository.withTree(id, body)
    }
}
