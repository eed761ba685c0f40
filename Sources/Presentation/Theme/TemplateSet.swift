import Wording

/// All templates of a theme in one language.
struct TemplateSet: Sendable {
    private let templates: [Template]
    private let numbers: [String: Int]

    init(_ sources: [TemplateText], words: Phrasebook) {
        let numbers = Dictionary(sources.enumerated().map { ($1.name, $0) }) { first, _ in first }
        templates = sources.map { Template($0, words: words, numbers: numbers) }
        self.numbers = numbers
    }

    /// A view written by a template, as UTF-8.
    /// - Throws: ``ThemeError/noTemplate(name:)``.
    func written(_ name: String, _ fields: [String: TemplateValue]) throws(ThemeError) -> [UInt8] {
        guard let number = numbers[name] else { throw .noTemplate(name: name) }
        var writer = TemplateWriter(templates, fields: fields)
        writer.write(number)
        return writer.output
    }
}
