import CGumbo
import Glibc

/// The one file that talks to gumbo: HTML goes in, a tree of values comes out.
enum Gumbo {
    /// The names of tags by their number.
    static let tagNames: [String] = (0..<Int(GUMBO_TAG_UNKNOWN.rawValue)).map {
        gumbo_normalized_tagname(GumboTag(rawValue: UInt32($0))).map { String(cString: $0) } ?? ""
    }

    /// Parses a fragment as it would stand in a `div`. Deep nesting is safe: nothing here or there recurses, and gumbo's memory
    /// is given back as a whole instead of by its own, recursive, destructor.
    static func parse(_ html: [UInt8]) -> HTMLTree {
        var arena = Arena()
        defer { arena.free() }
        var tree = HTMLTree()
        tree.text.reserveCapacity(html.count)
        withUnsafeMutablePointer(to: &arena) { arena in
            var options = kGumboDefaultOptions
            options.userdata = UnsafeMutableRawPointer(arena)
            options.allocator = { userdata, size in userdata?.assumingMemoryBound(to: Arena.self).pointee.allocate(size) }
            options.deallocator = { _, _ in }
            options.max_errors = 0
            options.fragment_context = GUMBO_TAG_DIV
            html.withUnsafeBytes { bytes in
                let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
                guard let start, let output = gumbo_parse_with_options(&options, start, bytes.count) else { return }
                copy(output.pointee.root, to: &tree)
            }
        }
        return tree
    }

    /// Memory that only grows until it goes.
    private struct Arena {
        private static let slabSize = 256 << 10
        private var slabs: [UnsafeMutableRawPointer] = []
        private var next = 0
        private var left = 0

        mutating func allocate(_ size: Int) -> UnsafeMutableRawPointer? {
            let rounded = (max(size, 1) + 15) & ~15
            if rounded > left {
                let slabSize = max(rounded, Self.slabSize)
                guard let slab = malloc(slabSize) else { abort() }
                slabs.append(slab)
                (next, left) = (0, slabSize)
            }
            defer {
                next += rounded
                left -= rounded
            }
            return slabs.last.map { $0 + next }
        }

        mutating func free() {
            for slab in slabs { Glibc.free(slab) }
            self = Arena()
        }
    }

    /// The children of the root, in order, without recursion.
    private static func copy(_ root: UnsafeMutablePointer<GumboNode>?, to tree: inout HTMLTree) {
        guard let root else { return }
        var open: [(node: UnsafeMutablePointer<GumboNode>, child: Int, index: Int)] = [(root, 0, -1)]
        while let top = open.last {
            guard let element = stemma_gumbo_element(top.node), top.child < Int(element.pointee.children.length),
                let child = element.pointee.children.data[top.child]
            else {
                if top.index >= 0 { tree.nodes[top.index].end = tree.nodes.count }
                open.removeLast()
                continue
            }
            open[open.count - 1].child += 1
            let node = child.assumingMemoryBound(to: GumboNode.self)
            if let text = stemma_gumbo_text(node) {
                let range = append(text, to: &tree)
                tree.nodes.append(HTMLTree.Node(kind: .text, range: range, end: tree.nodes.count + 1))
            } else if let element = stemma_gumbo_element(node) {
                let index = tree.nodes.count
                appendElement(element.pointee, to: &tree)
                open.append((node, 0, index))
            }
        }
    }

    private static func appendElement(_ element: GumboElement, to tree: inout HTMLTree) {
        let first = tree.attributes.count
        for index in 0..<Int(element.attributes.length) {
            guard let attribute = element.attributes.data[index]?.assumingMemoryBound(to: GumboAttribute.self).pointee else { continue }
            tree.attributes.append(
                HTMLTree.Attribute(name: append(attribute.name, to: &tree), value: append(attribute.value, to: &tree)))
        }
        let isForeign = element.tag_namespace != GUMBO_NAMESPACE_HTML
        let tag = Int(element.tag.rawValue)
        let kind: HTMLTree.Node.Kind = isForeign ? .foreign : .element(tag: tag < tagNames.count ? tag : nil)
        tree.nodes.append(HTMLTree.Node(kind: kind, range: first..<tree.attributes.count, end: tree.nodes.count + 1))
    }

    private static func append(_ text: UnsafePointer<CChar>?, to tree: inout HTMLTree) -> Range<Int> {
        let start = tree.text.count
        if let text { tree.text.append(contentsOf: UnsafeRawBufferPointer(start: text, count: strlen(text))) }
        return start..<tree.text.count
    }
}
