import Wording

/// Everyone who edited.
package struct PeopleView: Screen {
    package static let template = "people"

    private let own: [String: TemplateValue]
    private let lines: [PersonLine]
    private let orders: [LinkView]

    /// - Parameters:
    ///   - orders: the orders that are offered, by their names in addresses and below `contributors.order.` among the words.
    ///   - order: the one that holds.
    ///   - usual: the one that holds where none is asked for.
    ///   - query: the name that is looked for, as it was typed; empty lists all.
    ///   - total: how many there are, counted to a bound.
    ///   - after: the cursor for the next page.
    ///   - isRanking: people stand by how much they wrote.
    package init(
        lines: [PersonLine], orders: [String], order: String, usual: String, query: String = "", longest: Int = 200, total: Int,
        after: String? = nil, isFirstPage: Bool = true, isRanking: Bool = false, in context: ViewContext
    ) {
        let (urls, words) = (context.urls, context.words)
        let asked = order == usual ? nil : order
        let named = query.isEmpty ? nil : query
        self.lines = lines
        self.orders = orders.map { name in
            LinkView(
                label: words.text("contributors.order.\(name)"), href: urls.people(order: name == usual ? nil : name, named: named),
                isCurrent: name == order)
        }
        own = [
            "total": .text(raw: lines.isEmpty ? nil : words.text("contributors.total", ["count": .number(total)])),
            "empty": .text(
                raw: lines.isEmpty
                    ? named.map { words.text("contributors.nothing", ["query": .text($0)]) } ?? words.text("contributors.empty") : nil),
            "hasLines": .flag(!lines.isEmpty), "isRanking": .flag(isRanking),
            "action": .text(raw: urls.people()), "query": .text(raw: query), "longest": .number(longest),
            "order": .text(raw: asked),
            "allHref": .text(raw: named == nil ? nil : urls.people(order: asked)),
            "moreHref": .text(raw: after.map { urls.people(order: asked, named: named, after: $0) }),
            "firstHref": .text(raw: isFirstPage ? nil : urls.people(order: asked, named: named)),
        ]
    }

    package var styles: [String] { Self.peopleStyles }

    package var fields: [String: TemplateValue] {
        own.merging(["lines": .views(lines), "orders": .views(orders)]) { own, _ in own }
    }
}

extension Screen {
    /// The sheet of the screens that show people.
    package static var peopleStyles: [String] { ["people.css"] }
}
