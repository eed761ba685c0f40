/// The pages of a site in the order in which a file such as `mkdocs.yml` tells them.
package struct NavigationList: Sendable, Equatable {
    /// A page, or the heading of those below it.
    package struct Line: Sendable, Equatable {
        /// What the file calls it; nil leaves it to the page.
        package var title: String?
        /// The file of the page, seen from `folder`; nil for a heading.
        package var target: String?
        /// How deep it is nested, from 0.
        package var depth: Int

        package init(title: String? = nil, target: String? = nil, depth: Int) {
            self.title = title
            self.target = target
            self.depth = depth
        }
    }

    /// The most lines that are read.
    package static let limit = 10_000

    /// The folder that holds the pages, seen from the file; nil where it does not say.
    package var folder: String?
    /// The lines in order.
    package var lines: [Line]

    package init(folder: String? = nil, lines: [Line]) {
        self.folder = folder
        self.lines = lines
    }
}
