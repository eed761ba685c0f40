/// The numbers of the items of an article's ordered lists, as a browser counts them.
struct ItemNumbers {
    /// How a list counts.
    struct Counting {
        /// The number of the first item.
        let first: Int
        /// 1, or -1 in a list that counts down.
        let step: Int
        /// Whether a browser would find `first` by itself, however many items are written.
        let isPlain: Bool
    }

    /// For each item of an ordered list its number; nil for every other node.
    private(set) var numbers: [Int?]
    /// For each ordered list how it counts; nil for every other node.
    private(set) var countings: [Counting?]
    /// For each node the nearest list that it stands in; -1 for none.
    private var lists: [Int]

    /// Linear.
    init(_ tree: ArticleTree) {
        numbers = [Int?](repeating: nil, count: tree.nodes.count)
        countings = [Counting?](repeating: nil, count: tree.nodes.count)
        lists = [Int](repeating: -1, count: tree.nodes.count)
        var sizes = [Int](repeating: 0, count: tree.nodes.count)
        for (index, node) in tree.nodes.enumerated() where node.parent >= 0 {
            lists[index] = tree.nodes[node.parent].isList ? node.parent : lists[node.parent]
            if node.role == .item, lists[index] >= 0 { sizes[lists[index]] += 1 }
        }
        var next = [Int](repeating: 1, count: tree.nodes.count)
        for (index, node) in tree.nodes.enumerated() {
            if node.role == .list(isOrdered: true) {
                let counting = Self.counting(tree.bytes(index), size: sizes[index])
                (countings[index], next[index]) = (counting, counting.first)
            }
            guard node.role == .item, lists[index] >= 0, let counting = countings[lists[index]] else { continue }
            let number = Self.number("value", in: tree.bytes(index)) ?? next[lists[index]]
            numbers[index] = number
            next[lists[index]] = number + counting.step
        }
    }

    /// The number of the item among some elements, each within the one before, that stands in a list; nil where there is none.
    func number(in list: Int, among elements: some Sequence<Int>) -> Int? {
        for element in elements where lists[element] == list { if let number = numbers[element] { return number } }
        return nil
    }

    /// What the item after an item has more.
    func step(of item: Int) -> Int { lists[item] >= 0 ? countings[lists[item]]?.step ?? 1 : 1 }

    private static func counting(_ tag: ArraySlice<UInt8>, size: Int) -> Counting {
        let start = number("start", in: tag)
        let isDown = ArticleTree.hasFlag("reversed", in: tag)
        return Counting(first: start ?? (isDown ? size : 1), step: isDown ? -1 : 1, isPlain: start != nil || !isDown)
    }

    /// The sanitiser lets no more than nine digits through, so nothing overflows.
    private static func number(_ name: String, in tag: ArraySlice<UInt8>) -> Int? {
        ArticleTree.value(name, in: tag).flatMap { Int(String(decoding: tag[$0].prefix(9), as: UTF8.self)) }
    }
}

extension ArticleTree.Node {
    /// Whether it is a list, of numbers or not.
    var isList: Bool {
        if case .list? = role { true } else { false }
    }
}
