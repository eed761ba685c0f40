/// Writes two articles as one, leaf by leaf, with what came and went marked.
///
/// **Why the result is safe.** It is made of nothing but tags and texts that the sanitiser wrote for one of the articles, tags that stand
/// in these files, and phrases that are escaped here. Tags are taken whole and lose at most their `id`; texts are taken
/// as they are or escaped anew. **Why it is well-formed.** A tag is written only when its element is put on a stack, and its end tag
/// only when it is taken off: `containers` outside, `inlines` inside a leaf, one mark inside these.
struct RenderedDiffWriter {
    let old: ArticleText
    let new: ArticleText
    let pairs: ContainerPairs
    let phrases: RenderedDiffPhrases
    /// More bytes than this are not worth having.
    let limit: Int
    var output: [UInt8] = []
    /// Stretches of `output` between which everything is closed.
    private(set) var chunks: [RenderedChunk] = []
    private var chunk = RenderedChunk(start: 0)
    /// Elements that hold lines and are open, from the outermost.
    private(set) var containers: [(side: RenderedSide, node: Int)] = []
    /// Elements of the line that are open, with their numbers in `contexts`.
    var inlines: [(side: RenderedSide, node: Int, context: Int)] = []
    /// The mark that is open.
    var mark: DiffMark?
    /// Names of places that were written: none is written twice.
    private var places: Set<[UInt8]> = []
    /// Elements of the new article that were opened once.
    private var opened: [Bool]
    /// Moves whose new place was written.
    var arrivals: Set<Int> = []
    /// Places to jump to, so far.
    private(set) var changeCount = 0
    private var wasChange = false
    /// How many there will be.
    let lastChange: Int

    var isOverLimit: Bool { output.count > limit }

    init(old: ArticleText, new: ArticleText, edits: [LeafEdit], phrases: RenderedDiffPhrases, limit: Int) {
        self.old = old
        self.new = new
        self.phrases = phrases
        self.limit = limit
        pairs = ContainerPairs(edits, old: old, new: new)
        lastChange = zip(edits.indices, edits).count { $1.mark != .unchanged && ($0 == 0 || edits[$0 - 1].mark == .unchanged) }
        opened = [Bool](repeating: false, count: new.tree.nodes.count)
        output.reserveCapacity(old.tree.html.count + new.tree.html.count)
        for edit in edits where !isOverLimit { write(edit) }
        close(to: 0)
        endChunk()
    }

    func article(_ side: RenderedSide) -> ArticleText { side == .old ? old : new }

    func leaf(_ edit: LeafEdit) -> ArticleLeaf { article(edit.side).leaves[edit.leaf] }

    private mutating func write(_ edit: LeafEdit) {
        let leaf = leaf(edit)
        let isChange = edit.mark != .unchanged
        let chain = article(edit.side).chain(leaf)
        let isOwned = edit.isOwned(leaf)
        let classes = isOwned ? edit.className : nil
        enter(edit.side, edit.isReduced(leaf) ? chain.dropLast() : chain[...], classes)
        let isFirst = isChange && !wasChange
        if isFirst { changeCount += 1 }
        wasChange = isChange
        chunk.add(edit, leaf, article(edit.side))
        writeBody(edit, leaf, isOwned: isOwned && !edit.isReduced(leaf), place: isFirst ? changeCount : nil)
    }

    // MARK: Containers

    /// Opens what a leaf stands in, and closes what it does not. An element of the old article is that of the new one which it became,
    /// where that is open or comes next; else it is written again.
    private mutating func enter(_ side: RenderedSide, _ chain: ArraySlice<Int>, _ classes: String?) {
        var depth = 0
        var wanted = chain.map { (side: side, node: $0) }
        if side == .old {
            for index in wanted.indices {
                let partner = pairs.new[wanted[index].node]
                guard partner >= 0, isReachable(partner, at: index, below: index > 0 ? wanted[index - 1] : nil) else { break }
                wanted[index] = (.new, partner)
            }
        }
        while depth < min(containers.count, wanted.count), containers[depth] == wanted[depth] { depth += 1 }
        close(to: depth)
        if depth == 0 { endChunk() }
        for index in depth..<max(depth, wanted.count) {
            open(wanted[index].side, wanted[index].node, index == wanted.count - 1 ? classes : nil)
        }
    }

    private func isReachable(_ node: Int, at depth: Int, below outer: (side: RenderedSide, node: Int)?) -> Bool {
        guard new.containers[node] == (outer?.node ?? -1), outer?.side != .old else { return false }
        return depth < containers.count && containers[depth] == (.new, node) || !opened[node]
    }

    private mutating func open(_ side: RenderedSide, _ node: Int, _ classes: String?) {
        containers.append((side, node))
        writeTag(side, node, classes: classes)
        if side == .new { opened[node] = true }
    }

    private mutating func close(to depth: Int) {
        while containers.count > depth, let last = containers.popLast() { writeEnd(last.side, last.node) }
    }

    private mutating func endChunk() {
        chunk.range = chunk.range.lowerBound..<output.count
        if !chunk.range.isEmpty { chunks.append(chunk) }
        chunk = RenderedChunk(start: output.count)
    }

    // MARK: Tags

    /// A start tag; its `id` only where it is of the new article and was not written before.
    mutating func writeTag(_ side: RenderedSide, _ node: Int, classes: String? = nil, keepsPlace: Bool = true) {
        let tree = article(side).tree
        var tag = Array(tree.bytes(node))
        if let id = ArticleTree.value("id", in: tag[...]) {
            let isNew = side == .new && keepsPlace && places.insert(Array(tag[id])).inserted
            if !isNew { tag = ArticleTree.withoutID(tag[...]) }
        }
        if let classes {
            if let value = ArticleTree.value("class", in: tag[...]) {
                tag.insert(contentsOf: (classes + " ").utf8, at: value.lowerBound)
            } else {
                tag.insert(contentsOf: (" class=\"" + classes + "\"").utf8, at: 1 + tree.nodes[node].name.count)
            }
        }
        // What changed must not be hidden behind a summary.
        if tree.nodes[node].role == .details, !tag.suffix(6).elementsEqual(" open>".utf8), ArticleTree.value("open", in: tag[...]) == nil {
            tag.insert(contentsOf: " open".utf8, at: tag.count - 1)
        }
        output += tag
    }

    mutating func writeEnd(_ side: RenderedSide, _ node: Int) {
        let tree = article(side).tree
        output += "</".utf8
        output += tree.html[tree.nodes[node].name]
        output.append(UInt8(ascii: ">"))
    }

    /// A node with all that is in it, as it is.
    mutating func writeWhole(_ side: RenderedSide, _ node: Int) {
        let tree = article(side).tree
        let isEmbed = tree.nodes[node].role == .blockAtom
        var open: [Int] = []
        for index in node..<tree.nodes[node].end {
            while let last = open.last, tree.nodes[last].end <= index {
                writeEnd(side, last)
                open.removeLast()
            }
            if tree.nodes[index].role == nil {
                output += tree.bytes(index)
            } else {
                writeTag(side, index, keepsPlace: !isEmbed)
                let name = String(decoding: tree.html[tree.nodes[index].name], as: UTF8.self)
                if !ElementRole.void.contains(name) { open.append(index) }
            }
        }
        while let last = open.popLast() { writeEnd(side, last) }
    }
}
