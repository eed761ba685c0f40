import Prose

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
    /// The lists that are open, with the number that a browser would give to the next item; nil in those without numbers.
    var nextNumbers: [Int?] = []
    /// Elements of the line that are open, with their numbers in `contexts`.
    var inlines: [(side: RenderedSide, node: Int, context: Int)] = []
    /// The mark that is open.
    var mark: DiffMark?
    /// Names of places that were written: none is written twice.
    var places: Set<[UInt8]> = []
    /// Elements of the new article that were opened once.
    private var opened: [Bool]
    /// Moves whose new place was written.
    var arrivals: Set<Int> = []
    /// Ends of moves of sentences that were told.
    var sentenceEnds: Set<String> = []
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
        let item = wholeItem(edit, leaf, chain)
        enter(edit.side, edit.isReduced(leaf) ? chain.dropLast() : chain[...], classes) { $0 == item ? edit.className : nil }
        let isFirst = isChange && !wasChange
        if isFirst { changeCount += 1 }
        wasChange = isChange
        chunk.add(edit, leaf, article(edit.side))
        writeBody(edit, leaf, isOwned: isOwned && !edit.isReduced(leaf), place: isFirst ? changeCount : nil)
    }

    /// The item that came or went with its own words, whatever else stands in it; nil where it stayed.
    private func wholeItem(_ edit: LeafEdit, _ leaf: ArticleLeaf, _ chain: [Int]) -> Int? {
        guard case .listItem = leaf.kind, edit.isWhole else { return nil }
        guard let item = chain.last(where: { article(edit.side).tree.nodes[$0].role == .item }) else { return nil }
        return pairs.contains(edit.side, item) ? nil : item
    }

    // MARK: Containers

    /// Opens what a leaf stands in, and closes what it does not. An element of the old article is that of the new one which it became,
    /// where that is open or comes next; else it is written again.
    private mutating func enter(
        _ side: RenderedSide, _ chain: ArraySlice<Int>, _ classes: String?, outer: (Int) -> String?
    ) {
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
            let own = wanted[index].side == side ? outer(wanted[index].node) : nil
            open(
                wanted[index].side, wanted[index].node, index == wanted.count - 1 ? classes ?? own : own, before: wanted[(index + 1)...])
        }
    }

    private func isReachable(_ node: Int, at depth: Int, below outer: (side: RenderedSide, node: Int)?) -> Bool {
        guard new.containers[node] == (outer?.node ?? -1), outer?.side != .old else { return false }
        return depth < containers.count && containers[depth] == (.new, node) || !opened[node]
    }

    private mutating func open(
        _ side: RenderedSide, _ node: Int, _ classes: String?, before inner: ArraySlice<(side: RenderedSide, node: Int)>
    ) {
        containers.append((side, node))
        writeTag(side, node, classes: classes, number: number(side, node, before: inner))
        if side == .new { opened[node] = true }
    }

    private mutating func close(to depth: Int) {
        while containers.count > depth, let last = containers.popLast() {
            writeEnd(last.side, last.node)
            if article(last.side).tree.nodes[last.node].isList { nextNumbers.removeLast() }
        }
    }

    private mutating func endChunk() {
        chunk.range = chunk.range.lowerBound..<output.count
        if !chunk.range.isEmpty { chunks.append(chunk) }
        chunk = RenderedChunk(start: output.count)
    }
}
