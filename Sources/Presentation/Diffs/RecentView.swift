/// The latest changes of all pages, by day.
package struct RecentView: Screen {
    package static let template = "recent"

    private let lines: [RevisionLine]
    private let own: [String: TemplateValue]

    /// - Parameters:
    ///   - lines: the newest first.
    ///   - after: the cursor for the next page.
    package init(lines: [RevisionLine], after: String? = nil, isFirstPage: Bool = true, canWrite: Bool = true, in context: ViewContext) {
        self.lines = lines
        own = [
            "isEmpty": .flag(lines.isEmpty),
            "feedHref": .text(raw: context.urls.feedRecent),
            "olderHref": .text(raw: after.map { context.urls.recent(after: $0) }),
            "newestHref": .text(raw: isFirstPage ? nil : context.urls.recent()),
            "newHref": .text(raw: canWrite ? context.urls.newPage() : nil),
        ]
    }

    package var fields: [String: TemplateValue] { own.merging(["days": .list(days)]) { own, _ in own } }

    private var days: [TemplateValue] {
        var days: [TemplateValue] = []
        var start = lines.startIndex
        while start < lines.endIndex {
            let heading = lines[start].dayHeading()
            let end = lines[start...].firstIndex { $0.day != heading.iso } ?? lines.endIndex
            days.append(
                .view(["iso": .text(raw: heading.iso), "date": .text(raw: heading.text), "edits": .views(Array(lines[start..<end]))]))
            start = end
        }
        return days
    }
}
