import Wording

/// The search page of a static site. It holds all sentences and shapes that its script fills in, and says what to do without one.
package struct StaticSearchView: Screen {
    package static let template = "static-search"

    private let own: [String: TemplateValue]

    /// Numbers that between them take every plural form of the languages that people write.
    private static let samples = [1, 0, 2, 3, 5, 11, 100]

    /// The layout's `staticSearch` must be set, too.
    package init(in context: ViewContext) {
        let words = context.words
        own = [
            "nothing": .text(raw: words.text("search.nothing")),
            "counts": .views(
                Self.samples.map { number in
                    let pieces = words.pieces("search.count", count: .number(number))
                    return SampleCount(number: number, sentence: pieces.map(Self.placed).joined())
                }),
            "pagesHref": .text(raw: context.urls.pages()),
        ]
    }

    package var fields: [String: TemplateValue] { own }
    package var scripts: [String] { ["static-search-page.js"] }

    /// A piece with the values' places as the script finds them.
    private static func placed(_ piece: PhrasePiece) -> String {
        switch piece {
        case .words(let words): words
        case .value(let name): "{\(name)}"
        }
    }

    /// The sentence for a number, as an example for all that are counted like it.
    private struct SampleCount: TemplateView {
        let number: Int
        let sentence: String

        var fields: [String: TemplateValue] { ["sample": .number(number), "sentence": .text(raw: sentence)] }
    }
}
