package import Git
import Synchronization

/// Counts, for each page, how often something that it links to came, went or (where it is shown in place) changed.
///
/// A rendered page is right as long as its text and its count are the same. Counts live with the process, as do the
/// rendered pages that hang on them.
package final class LinkStates: Sendable {
    private let counts: Mutex<[Int64: Int]> = Mutex([:])
    private let followed: Mutex<ObjectID?>
    private let index: PageIndex
    private let layout: PagesLayout
    private let home: GitPath?
    private let embedDepth: Int

    package init(index: PageIndex, layout: PagesLayout, home: GitPath?, embedDepth: Int) {
        self.index = index
        self.layout = layout
        self.home = home
        self.embedDepth = embedDepth
        followed = Mutex(index.tip)
    }

    /// The commit up to which the counts are right. Who makes or takes a kept page asks before and after reading counts:
    /// a reader of an older or newer state would keep one state's page under the other's counts.
    package var tip: ObjectID? { followed.withLock { $0 } }

    /// The count of a page, 0 while nothing happened.
    package func count(of page: Int64) -> Int { counts.withLock { $0[page] ?? 0 } }

    /// Takes note of an update of the index.
    func follow(_ update: PageIndex.Update) {
        // A first filling finds no rendered page; a huge update makes all of them old.
        let pages = (try? affected(by: update)) ?? nil
        defer { followed.withLock { $0 = update.tip } }
        counts.withLock { counts in
            guard let pages else {
                for page in counts.keys { counts[page, default: 0] += 1 }
                counts[Self.everything, default: 0] += 1
                return
            }
            for page in pages { counts[page, default: 0] += 1 }
            if update.renamesContributors { counts[Self.everything, default: 0] += 1 }
        }
    }

    /// The count that all pages share: raised where an update touched too much to tell pages apart, or renamed contributors.
    package var sharedCount: Int { counts.withLock { $0[Self.everything] ?? 0 } }

    private static let everything: Int64 = -1
    private func affected(by update: PageIndex.Update) throws -> Set<Int64>? {
        try index.read { database in
            let reader = IndexReader(database: database, layout: layout)
            return try LinkImpact(index: reader, layout: layout, home: home, embedDepth: embedDepth)
                .pages(changedBy: update.changes, formerAliases: update.formerAliases)
        }
    }
}
