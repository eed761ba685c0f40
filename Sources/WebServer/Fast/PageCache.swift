import Synchronization

/// Finished pages in memory, bounded in bytes. What has not been asked for since the hand last passed goes first
/// (the second-chance algorithm of Corbató's clock), so one pass of a crawler does not push out what people read.
package final class PageCache: Sendable {
    /// What the cache did so far.
    package struct Statistics: Sendable, Equatable {
        /// Lookups that found a page.
        package var hits = 0
        /// Lookups that found none.
        package var misses = 0
        /// Pages that had to go.
        package var evictions = 0
        /// Pages held now.
        package var entries = 0
        /// Bytes they take at most, with their gzip variants.
        package var bytes = 0
    }

    private struct Entry {
        let body: CachedBody
        let cost: Int
        var wasUsed: Bool
        /// Its place on the dial.
        var place: Int
    }

    private struct State {
        var entries: [PageKey: Entry] = [:]
        /// The keys in a ring; removal moves the last one into the gap.
        var dial: [PageKey] = []
        var hand = 0
        var statistics = Statistics()
    }

    private let capacity: Int
    private let state = Mutex(State())

    /// - Parameter capacity: the bound in bytes.
    package init(capacity: Int) {
        self.capacity = capacity
    }

    /// The page of that key. Keys name everything that the bytes depend on: blob, links, theme, renderer.
    package func body(_ key: String) -> CachedBody? {
        let key = PageKey(key)
        return state.withLock { state in
            guard let body = state.entries[key]?.body else {
                state.statistics.misses += 1
                return nil
            }
            state.entries[key]?.wasUsed = true
            state.statistics.hits += 1
            return body
        }
    }

    /// Keeps a page, unless it alone is larger than an eighth of the cache. Constant cost, amortised.
    package func keep(_ body: CachedBody, as key: String) {
        let cost = body.cost + key.utf8.count * 2
        let key = PageKey(key)
        state.withLock { state in
            Self.remove(key, from: &state)
            guard cost <= capacity / 8 else { return }
            while state.statistics.bytes + cost > capacity { Self.evictOne(from: &state) }
            state.entries[key] = Entry(body: body, cost: cost, wasUsed: false, place: state.dial.count)
            state.dial.append(key)
            state.statistics.bytes += cost
            state.statistics.entries += 1
        }
    }

    /// Forgets one page.
    package func remove(_ key: String) {
        state.withLock { Self.remove(PageKey(key), from: &$0) }
    }

    /// Forgets all pages.
    package func removeAll() {
        state.withLock { state in
            state.entries = [:]
            state.dial = []
            state.hand = 0
            state.statistics.bytes = 0
            state.statistics.entries = 0
        }
    }

    /// The figures of now.
    package var statistics: Statistics { state.withLock { $0.statistics } }

    private static func evictOne(from state: inout State) {
        while !state.dial.isEmpty {
            if state.hand >= state.dial.count { state.hand = 0 }
            let key = state.dial[state.hand]
            guard state.entries[key]?.wasUsed == true else {
                state.statistics.evictions += 1
                return remove(key, from: &state)
            }
            state.entries[key]?.wasUsed = false
            state.hand += 1
        }
        state.statistics.bytes = 0
    }

    private static func remove(_ key: PageKey, from state: inout State) {
        guard let entry = state.entries.removeValue(forKey: key) else { return }
        state.statistics.bytes -= entry.cost
        state.statistics.entries -= 1
        guard let last = state.dial.popLast(), entry.place < state.dial.count else { return }
        state.dial[entry.place] = last
        state.entries[last]?.place = entry.place
    }
}
