/// How far some work has come: a bar, and a sentence for those who do not see it.
package struct ProgressView: TemplateView {
    private let text: String
    private let done: Int
    private let total: Int

    /// - Parameters:
    ///   - text: what is being done.
    ///   - done: how many are done.
    ///   - total: of how many; 0 shows a bar that only says that there is work.
    package init(_ text: String, done: Int, total: Int) {
        self.text = text
        self.total = max(0, total)
        self.done = min(max(0, done), self.total)
    }

    package var fields: [String: TemplateValue] {
        let bar: TemplateValue = total == 0 ? .absent : .view(["done": .number(done), "total": .number(total)])
        return ["text": .text(raw: text), "bar": bar]
    }
}
