/// The contents of a book as nested lists.
package struct BookContentsView: TemplateView {
    /// A line of the contents.
    package struct Entry: Sendable, Hashable {
        /// What it says.
        package let title: String
        /// Where it leads.
        package let href: String
        /// How deep it stands, from 0; at the most one deeper than the line before.
        package let depth: Int

        package init(title: String, href: String, depth: Int) {
            self.title = title
            self.href = href
            self.depth = depth
        }
    }

    private let entries: [Entry]

    package init(_ entries: [Entry]) { self.entries = entries }

    package var fields: [String: TemplateValue] {
        var levels: [[TemplateValue]] = [[]]
        var number = entries.count
        // From the last line to the first: what is deeper waits for the line that it stands below.
        for entry in entries.reversed() {
            while levels.count <= entry.depth + 1 { levels.append([]) }
            let children = Array(levels[entry.depth + 1].reversed())
            levels[entry.depth + 1] = []
            levels[entry.depth].append(line(entry, number: number, children))
            number -= 1
        }
        return ["entries": .list(levels[0].reversed())]
    }

    private func line(_ entry: Entry, number: Int, _ children: [TemplateValue]) -> TemplateValue {
        .view([
            "label": .text(raw: entry.title), "href": .text(raw: entry.href), "number": .number(number),
            "hasEntries": .flag(!children.isEmpty), "entries": .list(children),
        ])
    }
}
