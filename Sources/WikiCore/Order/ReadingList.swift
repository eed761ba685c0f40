import Git

/// An order of pages that somebody wrote down: the links of a `_Sidebar.md` or `SUMMARY.md`, or the `nav` of `mkdocs.yml`.
struct ReadingList: Sendable {
    /// A line of it.
    struct Line: Hashable, Sendable {
        /// What it names.
        enum Target: Hashable, Sendable {
            /// A page, found by the rule of links.
            case page(Int64)
            /// A page by its path, whether there is one or not.
            case path(GitPath)
            /// None: it is a heading of those below it.
            case none
        }

        /// What it names.
        let target: Target
        /// What the list calls it; empty leaves it to the page.
        let label: String
        /// How deep it is nested, from 0.
        let depth: Int
    }

    /// The most lines that count.
    static let limit = 10_000

    /// What it was made of: lists of two folders are the same where this is.
    let source: String
    /// True for the links of a `_Sidebar`, which shows itself.
    let isSidebar: Bool
    /// The lines in order, each page once.
    let lines: [Line]
    private let places: [Line.Target: Int]

    /// Keeps the first line of each page.
    init(source: String, isSidebar: Bool = false, lines: [Line]) {
        self.source = source
        self.isSidebar = isSidebar
        var places: [Line.Target: Int] = [:]
        var kept: [Line] = []
        for line in lines.prefix(Self.limit) {
            if line.target != .none {
                guard places[line.target] == nil else { continue }
                places[line.target] = kept.count
            }
            kept.append(line)
        }
        self.lines = kept
        self.places = places
    }

    /// True where it names no page, and so tells no order.
    var isEmpty: Bool { places.isEmpty }

    /// The line of a page; nil where the list does not name it.
    func place(of id: Int64, path: GitPath) -> Int? { places[.page(id)] ?? places[.path(path)] }
}
