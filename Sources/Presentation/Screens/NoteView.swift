import Wording

/// A page note as a sentence.
package struct NoteView: TemplateView {
    private let sentence: SentenceView
    private let isWarning: Bool

    package init(_ note: PageNote, in context: ViewContext) {
        switch note {
        case .redirectedFrom(let path):
            let link = SentenceValue.link(String(decoding: path, as: UTF8.self), href: context.urls.history(path))
            sentence = SentenceView("note.redirectedFrom", ["page": link], in: context)
            isWarning = false
        case .redirectsToItself:
            sentence = SentenceView("note.redirectsToItself", in: context)
            isWarning = true
        case .redirectsToMissing(let name, let path):
            let target = path.map { SentenceValue.link(name, href: context.urls.page($0)) } ?? .text(name)
            sentence = SentenceView("note.redirectsToMissing", ["page": target], in: context)
            isWarning = true
        case .brokenFrontMatter(let reason):
            sentence = SentenceView("note.brokenFrontMatter", ["reason": .text(reason)], in: context)
            isWarning = true
        case .shownAsSource:
            sentence = SentenceView("note.shownAsSource", in: context)
            isWarning = true
        case .draft:
            sentence = SentenceView("note.draft", in: context)
            isWarning = false
        case .otherFormat(let name, let file):
            let link = SentenceValue.link(context.words.text("file.raw"), href: file)
            sentence = SentenceView("note.otherFormat", ["format": .text(name), "file": link], in: context)
            isWarning = false
        }
    }

    package var fields: [String: TemplateValue] { ["sentence": .view(sentence), "isWarning": .flag(isWarning)] }
}
