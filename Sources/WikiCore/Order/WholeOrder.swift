package import Git

/// Every page of a wiki in the order in which they are read, each once, with those before and after it: for exports.
package struct WholeOrder: Sendable {
    /// A page at its place.
    package struct Entry: Hashable, Sendable {
        /// The page's identity.
        package let page: Int64
        /// Its path below the pages root.
        package let path: GitPath
        /// Its one address.
        package let address: GitPath
        /// What it is called.
        package let title: String
        /// What the list that names it calls it; nil where none does.
        package let label: String?
        /// How deep it stands in its list, else in the tree, from 0; the page of a folder as deep as the folder.
        package let depth: Int
    }

    /// A list that is shown beside the pages of some folders, as nobody wrote a sidebar there.
    package struct List: Hashable, Sendable {
        /// A line of it.
        package struct Line: Hashable, Sendable {
            /// The page that it names; nil for a heading, and where there is no such page.
            package let page: Int64?
            /// What it calls the page; empty leaves it to that.
            package let label: String
            /// How deep it is nested, from 0.
            package let depth: Int
        }

        /// The folders for which it was looked up, in order: those inside without such a list of their own have it, too.
        package let folders: [GitPath]
        /// The lines in order.
        package let lines: [Line]
    }

    /// The lists that are shown, each once, in the order in which pages come to them.
    package let lists: [List]
    /// The pages in order.
    package let entries: [Entry]
    private let neighbours: [Int64: ReadingNeighbours]

    /// The pages before and after a page, as ``ReadingOrder/neighbours(of:)`` tells them.
    package func neighbours(of page: Int64) -> ReadingNeighbours { neighbours[page] ?? ReadingNeighbours() }

    init(entries: [Entry], lists: [List], neighbours: [Int64: ReadingNeighbours]) {
        self.entries = entries
        self.lists = lists
        self.neighbours = neighbours
    }
}
