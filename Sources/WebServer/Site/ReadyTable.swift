package import Git
import Synchronization

/// Finished pages, found in two steps: by what a client asked for, as long as the wiki stands at the same commit, and by
/// all that the bytes depend on, which outlives commits that change other pages.
package final class ReadyTable: Sendable {
    private struct Shortcuts {
        var tip: ObjectID?
        var bodies: [PageKey: CachedBody] = [:]
        /// What the bodies cost, each as often as an address leads to it.
        var cost = 0
    }

    private let shortcuts = Mutex(Shortcuts())
    private let contents: PageCache
    private let capacity: Int
    private static let shortcutLimit = 4096

    /// A table that holds about this many bytes, and as many again that only addresses still lead to.
    package init(capacity: Int) {
        self.capacity = capacity
        contents = PageCache(capacity: capacity)
    }

    /// The page for an address, if it was made at this commit.
    package func body(_ address: String, at tip: ObjectID?) -> CachedBody? {
        shortcuts.withLock { $0.tip == tip ? $0.bodies[PageKey(address)] : nil }
    }

    /// The page that depends on exactly this.
    package func body(content key: String) -> CachedBody? { contents.body(key) }

    /// Keeps a page by what it depends on.
    package func keep(_ body: CachedBody, content key: String) { contents.keep(body, as: key) }

    /// Notes that an address shows a page that is known already.
    package func remember(_ body: CachedBody, address: String, at tip: ObjectID?) {
        guard body.cost <= capacity / 8 else { return }
        shortcuts.withLock { shortcuts in
            let isFull = shortcuts.bodies.count >= Self.shortcutLimit || shortcuts.cost + body.cost > capacity
            if shortcuts.tip != tip || isFull { shortcuts = Shortcuts(tip: tip) }
            let old = shortcuts.bodies.updateValue(body, forKey: PageKey(address))
            shortcuts.cost += body.cost - (old?.cost ?? 0)
        }
    }
}
