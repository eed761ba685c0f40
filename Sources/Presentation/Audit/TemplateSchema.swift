/// What a template may name: the fields of all samples of one view, laid over each other.
struct TemplateSchema: Sendable {
    let fields: [String: TemplateValue]

    init(_ samples: [[String: TemplateValue]]) {
        fields = samples.reduce(into: [:]) { merged, sample in merged.merge(sample) { Self.merge($0, $1) } }
    }

    /// The common shape of a list's views; nil where its elements are texts or there are none.
    static func element(of list: [TemplateValue]) -> TemplateSchema? {
        let views = list.compactMap { if case .view(let fields) = $0 { fields } else { nil } }
        return views.isEmpty ? nil : TemplateSchema(views)
    }

    private static func merge(_ one: TemplateValue, _ other: TemplateValue) -> TemplateValue {
        switch (one, other) {
        case (.absent, _): other
        case (_, .absent): one
        case (.view(let a), .view(let b)): .view(a.merging(b) { merge($0, $1) })
        case (.list(let a), .list(let b)): .list(a + b)
        default: one
        }
    }
}
