/// The raw bytes of the trees that one handle read last, bounded in bytes.
///
/// libgit2 keeps no object of more than 4 KiB, so each look into a folder of thousands inflates it anew; one save looks
/// a dozen times.
struct TreeCache {
    private var trees: [ObjectID: [UInt8]] = [:]
    private var order: [ObjectID] = []
    private var bytes = 0

    /// The most bytes that are held.
    private static let limit = 1 << 20

    subscript(id: ObjectID) -> [UInt8]? { trees[id] }

    /// Keeps a tree, and forgets the oldest ones that are too much with it.
    mutating func keep(_ tree: [UInt8], _ id: ObjectID) {
        guard tree.count <= Self.limit / 2, trees.updateValue(tree, forKey: id) == nil else { return }
        order.append(id)
        bytes += tree.count
        while bytes > Self.limit, let oldest = order.first {
            order.removeFirst()
            bytes -= trees.removeValue(forKey: oldest)?.count ?? 0
        }
    }
}
