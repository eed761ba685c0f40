/// Reads an `ArticleTree`: one pass, without recursion.
struct ArticleTreeReader {
    let html: [UInt8]
    private(set) var nodes: [ArticleTree.Node] = []
    private var open: [Int] = []

    init(html: [UInt8]) { self.html = html }

    /// False where a tag is not closed, closes another, or is none.
    mutating func read(nodeLimit: Int) -> Bool {
        var place = 0
        while place < html.count {
            guard nodes.count < nodeLimit else { return false }
            if html[place] == UInt8(ascii: "<") {
                guard let end = readTag(place) else { return false }
                place = end
            } else {
                let end = html[place...].firstIndex(of: UInt8(ascii: "<")) ?? html.count
                add(place..<end, name: place..<place, role: nil)
                place = end
            }
        }
        return open.isEmpty
    }

    /// The place behind the tag.
    private mutating func readTag(_ start: Int) -> Int? {
        guard let close = tagEnd(start) else { return nil }
        let isEnd = html[start + 1] == UInt8(ascii: "/")
        let first = start + (isEnd ? 2 : 1)
        var last = first
        while last < close, isNameByte(html[last]) { last += 1 }
        guard last > first else { return nil }
        if isEnd {
            guard last == close, let index = open.popLast(), html[nodes[index].name] == html[first..<last] else { return nil }
            nodes[index].end = nodes.count
        } else {
            let name = String(decoding: html[first..<last], as: UTF8.self)
            let classes = ArticleTree.value("class", in: html[last..<close]) ?? first..<first
            add(start..<close + 1, name: first..<last, role: ElementRole(name: name, classes: html[classes]))
            if !ElementRole.void.contains(name) { open.append(nodes.count - 1) }
        }
        return close + 1
    }

    /// The sign that ends a tag: the first outside of quotes.
    private func tagEnd(_ start: Int) -> Int? {
        var isQuoted = false
        for place in start + 1..<html.count {
            switch html[place] {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: "<"): return nil
            case UInt8(ascii: ">") where !isQuoted: return place
            default: break
            }
        }
        return nil
    }

    private func isNameByte(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 || byte &- 0x30 < 10 }

    private mutating func add(_ range: Range<Int>, name: Range<Int>, role: ElementRole?) {
        let parent = open.last ?? -1
        let around = parent >= 0 ? (nodes[parent].quotes, nodes[parent].lists) : (0, 0)
        var isList = false
        if case .list = role { isList = true }
        nodes.append(
            ArticleTree.Node(
                range: range, name: name, role: role, parent: parent, end: nodes.count + 1, quotes: around.0 + (role == .quote ? 1 : 0),
                lists: around.1 + (isList ? 1 : 0)))
        guard let role, role.isBlock else { return }
        var outer = parent
        while outer >= 0, !nodes[outer].holdsBlock {
            nodes[outer].holdsBlock = true
            outer = nodes[outer].parent
        }
    }
}
