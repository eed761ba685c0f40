import Git
import Testing
import WikiCore

/// What the order of a wiki's pages is, in short words.
struct ReadOrder {
    /// The pages in order, each behind one dot for each level of depth.
    let pages: [String]
    /// The addresses before and after each page, by its path, `-` for none.
    let steps: [String: String]

    /// Reads it twice: page by page, as a server does, and all at once, as an export does. Both must say the same.
    init(_ wiki: Wiki, lists: ReadingLists? = nil, _ location: SourceLocation = #_sourceLocation) async throws {
        let lists = lists ?? wiki.readingLists
        let found = try await wiki.read { snapshot in
            let whole = try ReadingOrder.all(snapshot)
            let order = try ReadingOrder(snapshot: snapshot, lists: lists)
            let pages = try snapshot.index.everyPage(limit: 10_000)
            let live = try pages.map { (path: $0.path.display, steps: Self.words(try order.neighbours(of: $0))) }
            let exported = pages.map { (path: $0.path.display, steps: Self.words(whole.neighbours(of: $0.id))) }
            let addresses = try pages.map { ($0.id, try snapshot.lookup.address(of: $0)) }
            let known = Dictionary(addresses) { first, _ in first }
            let isRight = whole.entries.allSatisfy { known[$0.page] == $0.address }
            let listed = pages.filter { !$0.isPart && $0.redirect == nil && !$0.isDraft }.map(\.id)
            let isWhole = whole.entries.map(\.page).sorted() == listed.sorted()
            let lines = whole.entries.map { String(repeating: ".", count: $0.depth) + $0.path.display }
            return (lines: lines, live: live, exported: exported, isSound: isRight && isWhole)
        }
        #expect(found.isSound, "each page once, at its address", sourceLocation: location)
        for (one, other) in zip(found.live, found.exported) {
            #expect(one == other, "\(one.path)", sourceLocation: location)
        }
        pages = found.lines
        steps = Dictionary(found.live.map { ($0.path, $0.steps) }) { first, _ in first }
    }

    private static func words(_ neighbours: ReadingNeighbours) -> String {
        func word(_ step: ReadingStep?) -> String { step.map { "/" + $0.address.display } ?? "-" }
        return "\(word(neighbours.previous)) \(word(neighbours.next))"
    }
}

extension [ReadingNode] {
    /// A sidebar in short words: what hangs below a line in brackets, the current one with a star, headings in capitals.
    var words: String {
        map { node in
            let name = node.address == nil ? node.title.uppercased() : node.title
            return name + (node.isCurrent ? "*" : "") + (node.children.isEmpty ? "" : "(\(node.children.words))")
        }.joined(separator: " ")
    }
}
