/// A list that somebody looks after.
package struct Ledger: TemplateView {
    private let own: [String: TemplateValue]
    private let rows: [LedgerRow]
    private let filter: FilterPanel?

    /// - Parameters:
    ///   - heading: what is listed.
    ///   - empty: what an empty list says.
    ///   - filter: the form that narrows it.
    ///   - more: where the list goes on.
    ///   - first: where it begins; nil on its first page.
    package init(
        heading: String, rows: [LedgerRow], empty: String, filter: FilterPanel? = nil, more: LinkView? = nil, first: LinkView? = nil
    ) {
        self.rows = rows
        self.filter = filter
        own = [
            "heading": .text(raw: heading), "empty": .text(raw: rows.isEmpty ? empty : nil), "hasRows": .flag(!rows.isEmpty),
            "more": .view(more), "first": .view(first),
        ]
    }

    package var fields: [String: TemplateValue] {
        own.merging(["rows": .views(rows), "filter": .view(filter)]) { own, _ in own }
    }
}
