import Prose

/// Finds the leaves of an article and puts down what they say: one pass, without recursion.
///
/// White space in lines is single spaces' worth of any kind, and none at the ends; a thing without words is one private
/// character; a row is its cells between bars, which is what `ProseDiff` tells columns by.
struct ArticleReader {
    let tree: ArticleTree
    var symbols: ArticleSymbols
    var builder = StructuredTextBuilder()
    private(set) var leaves: [ArticleLeaf] = []
    private(set) var contexts: [Int]
    private(set) var containers: [Int]
    var leaf: ArticleLeaf?
    /// What the leaf says so far.
    var bytes: [UInt8] = []
    /// The cell being read, and where its words begin.
    var cell: (node: Int, start: Int)?
    private var isPreformatted = false
    private(set) var task: ProseBlock.TaskBox?
    /// Leaves and elements in each element.
    private var children: [Int]
    private var seenItems: [Bool]
    private let hollows: HollowElements

    init(tree: ArticleTree, symbols: ArticleSymbols) {
        self.tree = tree
        self.symbols = symbols
        contexts = [Int](repeating: 0, count: tree.nodes.count)
        containers = [Int](repeating: -1, count: tree.nodes.count)
        children = [Int](repeating: 0, count: tree.nodes.count)
        seenItems = [Bool](repeating: false, count: tree.nodes.count)
        hollows = HollowElements(tree)
    }

    mutating func read() {
        var index = 0
        while index < tree.nodes.count {
            if let row = leaf?.row, row >= 0, index >= tree.nodes[row].end { endRow() }
            place(index)
            index = enter(index)
        }
        if let row = leaf?.row, row >= 0 { endRow() }
        endLeaf()
        for index in leaves.indices where leaves[index].container >= 0 && leaves[index].row < 0 {
            leaves[index].isAlone = children[leaves[index].container] == 1
        }
    }

    /// Notes what holds a node.
    private mutating func place(_ index: Int) {
        let parent = tree.nodes[index].parent
        guard parent >= 0 else { return }
        containers[index] = tree.nodes[parent].isContainer ? parent : containers[parent]
        if tree.nodes[index].isContainer { children[parent] += 1 }
    }

    /// The next node to look at.
    private mutating func enter(_ index: Int) -> Int {
        let node = tree.nodes[index]
        guard let role = node.role else {
            addText(index)
            return index + 1
        }
        if role == .blockAtom {
            addBlock(index)
            return node.end
        }
        if node.isContainer { return enterContainer(index, role) }
        if role.isWhole {
            if role == .silent, leaf == nil, tree.html[node.name].elementsEqual("col".utf8) { return node.end }
            addWhole(index, role)
            return node.end
        }
        let outer = node.parent >= 0 ? contexts[node.parent] : 0
        contexts[index] = symbols.context(in: outer, tag: tree.bytes(index))
        if node.end == index + 1 { addEmpty(index) }
        return index + 1
    }

    private mutating func enterContainer(_ index: Int, _ role: ElementRole) -> Int {
        if let row = leaf?.row, row >= 0 {
            beginCell(index)
            return index + 1
        }
        endLeaf()
        if role == .row, isPlainRow(index) { beginRow(index) }
        if hollows.contains(index) { addHollow(index) }
        return index + 1
    }

    // MARK: Lines

    private mutating func addText(_ index: Int) {
        let range = tree.nodes[index].range
        if let row = leaf?.row, row >= 0, containers[index] == row { return }
        if !isOpen(for: index), tree.html[range].allSatisfy({ $0 <= 0x20 }) { return }
        open(for: index)
        var writer = LeafTextWriter(
            node: index, isPreformatted: isPreformatted, isInRow: leaf?.row ?? -1 >= 0, isFirst: leaf?.runs.isEmpty ?? true)
        writer.write(tree.html, range, after: &bytes, &symbols)
        leaf?.runs += writer.runs
    }

    private mutating func addWhole(_ index: Int, _ role: ElementRole) {
        let html = tree.html[tree.nodes[index].range.lowerBound..<end(of: index)]
        open(for: index)
        let start = bytes.count
        switch role {
        case .silent: if isBox(index) { task = html.suffix(9).elementsEqual(" checked>".utf8) ? .done : .open }
        case .footnoteSign: bytes += symbols.sign(of: "footnote".utf8)
        case .lineBreak: bytes += symbols.sign(of: "line".utf8)
        default: bytes += symbols.sign(of: html)
        }
        leaf?.runs.append(ArticleLeaf.Run(node: index, content: .node, range: start..<bytes.count))
    }

    private func isBox(_ index: Int) -> Bool { tree.html[tree.nodes[index].name].elementsEqual("input".utf8) }

    /// Where the bytes of a node with all that is in it end.
    private func end(of index: Int) -> Int {
        let end = tree.nodes[index].end
        return end < tree.nodes.count ? tree.nodes[end].range.lowerBound : tree.html.count
    }

    /// An element without content, such as a place that an author named.
    private mutating func addEmpty(_ index: Int) {
        open(for: index)
        leaf?.runs.append(ArticleLeaf.Run(node: index, content: .node, range: bytes.count..<bytes.count))
    }

    /// A block that a difference does not look into is a leaf by itself.
    private mutating func addBlock(_ index: Int) {
        if let row = leaf?.row, row >= 0 { return addWhole(index, .atom) }
        endLeaf()
        addWhole(index, tree.html[tree.nodes[index].name].elementsEqual("nav".utf8) ? .lineBreak : .atom)
        leaf?.shape = .whole
        endLeaf()
    }

    /// An element that shows and says nothing is a leaf all the same.
    private mutating func addHollow(_ index: Int) {
        leaf = ArticleLeaf(container: index)
        children[index] += 1
        isPreformatted = false
        bytes = symbols.sign(of: "hollow".utf8)
        leaf?.runs = [ArticleLeaf.Run(node: index, content: .nothing, range: 0..<bytes.count)]
    }

    /// Whether an item's own text comes now, for the first and last time.
    mutating func claim(_ item: Int) -> Bool {
        defer { seenItems[item] = true }
        return !seenItems[item]
    }

    private func isOpen(for index: Int) -> Bool { leaf.map { $0.row >= 0 || $0.container == containers[index] } ?? false }

    private mutating func open(for index: Int) {
        if isOpen(for: index) { return }
        endLeaf()
        leaf = ArticleLeaf(container: containers[index])
        let holder = containers[index]
        isPreformatted = holder >= 0 && tree.nodes[holder].role == .preformatted
        if holder >= 0 { children[holder] += 1 }
    }

    mutating func endLeaf() {
        guard var ended = leaf else { return }
        leaf = nil
        defer { (bytes, task) = ([], nil) }
        // Before a way back, which says nothing, a space parts.
        let isOuter = ended.runs.last.map { !$0.range.isEmpty } ?? true
        if !isPreformatted, ended.row < 0, isOuter { while bytes.last == 0x20 { bytes.removeLast() } }
        guard !bytes.isEmpty else { return }
        ended.kind = kind(ended)
        ended.isLinked = isLinked(ended.container)
        let start = builder.count
        ended.range = start..<start + bytes.count
        ended.runs = ended.runs.map { run in
            var run = run
            run.range = min(run.range.lowerBound, bytes.count) + start..<min(run.range.upperBound, bytes.count) + start
            return run
        }
        ended.cells = ended.cells.map {
            ArticleLeaf.Cell(node: $0.node, range: $0.range.lowerBound + start..<$0.range.upperBound + start, bar: $0.bar + start)
        }
        builder.append(bytes, kind: ended.kind, quoteDepth: ended.container >= 0 ? tree.nodes[ended.container].quotes : 0)
        leaves.append(ended)
    }
}
