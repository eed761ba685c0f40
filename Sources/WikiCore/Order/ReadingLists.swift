import Git
import Synchronization

/// Lists of pages whose links were looked up, kept while nothing they depend on has changed: their text, and the state of
/// their links.
package final class ReadingLists: Sendable {
    private struct State {
        var lists: [String: ReadingList] = [:]
        var lines = 0
    }

    private let state = Mutex(State())
    private let links: LinkStates?

    /// The most lines of all lists together, and the most lists: beyond that all are forgotten.
    private static let lineLimit = 40_000
    private static let listLimit = 256

    /// - Parameter links: nil keeps lists for one state alone, and is for those who read no other.
    package init(links: LinkStates?) {
        self.links = links
    }

    /// A list that depends on its own text alone, which the key names.
    func list(_ key: String, make: () throws -> ReadingList) throws -> ReadingList {
        if let known = state.withLock({ $0.lists[key] }) { return known }
        let made = try make()
        keep(made, key)
        return made
    }

    /// The list in a page, whose links are looked up. Kept where the counts of links are those of the state that is read.
    func list(in page: Page, at tip: ObjectID?, make: () throws -> ReadingList) throws -> ReadingList {
        guard let links else { return try list("\(page.id)", make: make) }
        guard links.tip == tip else { return try make() }
        let key = "\(page.id).\(page.path.bytes).\(page.blob.hex).\(links.count(of: page.id)).\(links.sharedCount)"
        if let known = state.withLock({ $0.lists[key] }), links.tip == tip { return known }
        let made = try make()
        if links.tip == tip { keep(made, key) }
        return made
    }

    private func keep(_ list: ReadingList, _ key: String) {
        state.withLock { state in
            if state.lines + list.lines.count > Self.lineLimit || state.lists.count >= Self.listLimit { state = State() }
            state.lists[key] = list
            state.lines += list.lines.count
        }
    }
}
