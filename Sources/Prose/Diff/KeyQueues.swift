/// For each symbol a queue of numbers. Every step takes constant time.
struct KeyQueues {
    // Per symbol the first number's node and the last one's; -1 for none.
    private var heads: [Int32]
    private var tails: [Int32]
    private var nodes: [(number: Int, next: Int32)] = []

    init(symbolCount: Int) {
        heads = [Int32](repeating: -1, count: symbolCount)
        tails = heads
    }

    mutating func append(_ number: Int, key: Int) {
        let node = Int32(truncatingIfNeeded: nodes.count)
        nodes.append((number, -1))
        if heads[key] < 0 { heads[key] = node } else { nodes[Int(tails[key])].next = node }
        tails[key] = node
    }

    mutating func popFirst(key: Int) -> Int? {
        guard heads[key] >= 0 else { return nil }
        let node = nodes[Int(heads[key])]
        heads[key] = node.next
        return node.number
    }
}
