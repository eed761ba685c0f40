/// An article's HTML as a flat list of nodes, each element before its children.
///
/// What our own renderers write always closes; an end tag that closes nothing is passed over, and what stays open ends with
/// the text, so that every text gives a tree. One pass, without recursion.
struct BookTree {
    /// An element or a run of text.
    struct Node {
        /// The element's name; nil for text.
        let name: String?
        /// The text, or the element's attributes.
        let range: Range<Int>
        /// The element around it; -1 at the top.
        let parent: Int
        /// The index behind its last descendant.
        var end: Int
    }

    let html: [UInt8]
    private(set) var nodes: [Node] = []

    /// Elements without content.
    private static let void: Set<String> = ["br", "hr", "wbr", "img", "input", "col"]

    init(_ html: [UInt8]) {
        self.html = html
        var open: [Int] = []
        var counts: [String: Int] = [:]
        var place = 0
        while place < html.count {
            if html[place] == UInt8(ascii: "<"), let tag = BookTag(html, at: place) {
                take(tag, &open, &counts)
                place = tag.end
            } else {
                let end = html[(place + 1)...].firstIndex(of: UInt8(ascii: "<")) ?? html.count
                nodes.append(Node(name: nil, range: place..<end, parent: open.last ?? -1, end: nodes.count + 1))
                place = end
            }
        }
        for index in open { nodes[index].end = nodes.count }
    }

    private mutating func take(_ tag: BookTag, _ open: inout [Int], _ counts: inout [String: Int]) {
        guard tag.isEnd else {
            nodes.append(Node(name: tag.name, range: tag.attributes, parent: open.last ?? -1, end: nodes.count + 1))
            guard !Self.void.contains(tag.name) else { return }
            open.append(nodes.count - 1)
            counts[tag.name, default: 0] += 1
            return
        }
        guard counts[tag.name, default: 0] > 0 else { return }
        while let index = open.popLast() {
            nodes[index].end = nodes.count
            let name = nodes[index].name ?? ""
            counts[name, default: 1] -= 1
            if name == tag.name { return }
        }
    }

    /// The attributes of an element as they are written, entities and all; one without a value is empty.
    func attributes(of index: Int) -> [(name: String, value: ArraySlice<UInt8>)] {
        var result: [(name: String, value: ArraySlice<UInt8>)] = []
        var rest = html[nodes[index].range]
        while true {
            rest = rest.drop { $0 <= 32 }
            let name = rest.prefix { $0 > 32 && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "\"") }
            guard !name.isEmpty else { return result }
            rest = rest.dropFirst(name.count)
            var value = rest.prefix(0)
            if rest.starts(with: [UInt8(ascii: "="), UInt8(ascii: "\"")]) {
                value = rest.dropFirst(2).prefix { $0 != UInt8(ascii: "\"") }
                rest = rest.dropFirst(value.count + 3)
            }
            result.append((String(decoding: name, as: UTF8.self), value))
        }
    }

    /// Whether a node is white space alone.
    func isBlank(_ index: Int) -> Bool { nodes[index].name == nil && html[nodes[index].range].allSatisfy { $0 <= 32 } }

    /// The nodes right below an element, blank text left out. Linear in their number.
    func children(of index: Int) -> [Int] {
        var result: [Int] = []
        var child = index + 1
        while child < nodes[index].end {
            if !isBlank(child) { result.append(child) }
            child = nodes[child].end
        }
        return result
    }
}
