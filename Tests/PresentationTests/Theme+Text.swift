import Wording

@testable import Presentation

/// What a theme writes, as text to look into.
extension Theme {
    func page(_ screen: some Screen, in layout: LayoutView) throws -> String { String(decoding: try render(screen, in: layout), as: UTF8.self) }

    func fragment(_ screen: some Screen, words: Phrasebook) throws -> String {
        String(decoding: try renderFragment(screen, words: words), as: UTF8.self)
    }

    func document(_ name: String, _ view: some TemplateView, words: Phrasebook) throws -> String {
        String(decoding: try renderDocument(name, view, words: words), as: UTF8.self)
    }
}
