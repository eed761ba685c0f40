import Wording

/// The search page: what was found, and what to do when nothing was. Its form is the one search box of the layout, so set the
/// layout's `query` too.
package struct SearchView: Screen {
    package static let template = "search"

    private let own: [String: TemplateValue]
    private let results: [SearchResult]
    private let problem: ProblemView?

    /// - Parameters:
    ///   - query: as it was typed; empty shows the form and the tips.
    ///   - total: all hits; nil where it is not counted.
    ///   - page: the number of this page, from 1.
    ///   - hasMore: whether another one follows.
    package init(
        query: String, results: [SearchResult], total: Int? = nil, page: Int = 1, hasMore: Bool = false, isWritable: Bool = true,
        problem: ProblemView? = nil, in context: ViewContext
    ) {
        let urls = context.urls
        let words = context.words
        self.results = results
        self.problem = problem
        let isEmpty = results.isEmpty && !query.isEmpty && problem == nil
        own = [
            "count": .text(
                raw: results.isEmpty ? nil : total.map { words.text("search.count", ["count": .number($0), "query": .text(query)]) }),
            "isEmpty": .flag(isEmpty),
            "hasResults": .flag(!results.isEmpty),
            "nothing": .text(raw: isEmpty ? words.text("search.nothing", ["query": .text(query)]) : nil),
            "writeHref": .text(raw: isEmpty && isWritable ? urls.newPage(Array(query.utf8)) : nil),
            "pagesHref": .text(raw: urls.pages()),
            "previousHref": .text(raw: page > 1 ? urls.search(query, page: page == 2 ? nil : page - 1) : nil),
            "nextHref": .text(raw: hasMore ? urls.search(query, page: page + 1) : nil),
        ]
    }

    package var fields: [String: TemplateValue] {
        own.merging(["results": .views(results), "problem": .view(problem)]) { own, _ in own }
    }
}
