/// A fact with its name, in a list of such.
package struct FactView: TemplateView {
    private let term: String
    private let sentence: SentenceView

    package init(_ term: String, _ sentence: SentenceView) {
        self.term = term
        self.sentence = sentence
    }

    package var fields: [String: TemplateValue] { ["term": .text(raw: term), "sentence": .view(sentence)] }
}
