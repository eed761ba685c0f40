import Git
package import WikiCore

/// Links to the pages that are read before and after a page.
package struct PageSteps: Sendable {
    /// The page before.
    package let previous: LinkView?
    /// The page after.
    package let next: LinkView?

    /// No links.
    package static let none = PageSteps(ReadingNeighbours(), urls: nil)

    /// The links to these pages.
    package init(_ neighbours: ReadingNeighbours, in context: ViewContext) {
        self.init(neighbours, urls: context.urls)
    }

    private init(_ neighbours: ReadingNeighbours, urls: SiteURL?) {
        func link(_ step: ReadingStep?) -> LinkView? {
            step.flatMap { step in urls.map { LinkView(label: step.title, href: $0.page(step.address.bytes)) } }
        }
        previous = link(neighbours.previous)
        next = link(neighbours.next)
    }

    /// True where neither page is there.
    package var isEmpty: Bool { previous == nil && next == nil }
}
