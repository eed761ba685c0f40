package import Git
import Synchronization

/// Finished pages, found in two steps: by what a client asked for, as long as the wiki stands at the same commit, and by
/// all that the bytes depend on, which outlives commits that change other pages.
package final class ReadyTable: Sendable {
    private struct Shortcuts {
        var tip: ObjectID?
        var bodies: [String: CachedBody] = [:]
    }

    private let shortcuts = Mutex(Shortcuts())
    private let contents: PageCache
    private static let shortcutLimit = 4096

    /// A table that holds about this many bytes.
    package init(capacity: Int) {
        contents = PageCache(capacity: capacity)
    }

    /// The page for an address, if it was made at this commit.
    package func body(_ address: String, at tip: ObjectID?) -> CachedBody? {
        shortcuts.withLock { $0.tip == tip ? $0.bodies[address] : nil }
    }

    /// The page that depends on exactly this.
    package func body(content key: String) -> CachedBody? { contents.body(key) }

    /// Keeps what no address leads to directly.
    package func keep(_ body: CachedBody, content key: String) { contents.keep(body, as: key) }

    /// Keeps a page under both.
    package func keep(_ body: CachedBody, content key: String, address: String, at tip: ObjectID?) {
        contents.keep(body, as: key)
        remember(body, address: address, at: tip)
    }

    /// Notes that an address shows a page that is known already.
    package func remember(_ body: CachedBody, address: String, at tip: ObjectID?) {
        shortcuts.withLock { shortcuts in
            if shortcuts.tip != tip || shortcuts.bodies.count >= Self.shortcutLimit {
                shortcuts.bodies = [:]
                shortcuts.tip = tip
            }
            shortcuts.bodies[address] = body
        }
    }
}
