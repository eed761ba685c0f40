package import Markup
import WikiCore
import Wording

/// A page to read.
package struct PageView: Screen {
    package static let template = "page"

    private let own: [String: TemplateValue]
    private let contents: [ContentsEntry]
    private let contributors: [ContributorView]
    private let notes: [NoteView]
    private let lastEdit: LastEditView?
    private let oldRevision: OldRevisionView?
    private let hasMath: Bool
    private let steps: PageSteps

    /// - Parameters:
    ///   - path: the path behind Edit, History and the rest.
    ///   - title: shown above the text.
    ///   - article: the sanitised text with its links filled in.
    ///   - language: the text's own language from its front matter, validated.
    ///   - contents: its headings; fewer than three show no table of contents.
    ///   - contributors: the most diligent first; a few of them.
    ///   - contributorCount: how many there are in all.
    ///   - tags: from the front matter.
    ///   - isEditable: offers to edit an empty page.
    ///   - downloads: where the page is had as a book.
    ///   - hasAuthors: offers who wrote which words.
    ///   - steps: the pages before and after, shown at its foot.
    package init(
        path: [UInt8], title: String, article: SafeHTML, language: String? = nil, contents: [ContentsEntry] = [],
        lastEdit: LastEditView? = nil, contributors: [ContributorView] = [], contributorCount: Int = 0, tags: [String] = [],
        notes: [NoteView] = [], oldRevision: OldRevisionView? = nil, hasMath: Bool = false, hasHistory: Bool = true,
        hasAuthors: Bool = false, isEditable: Bool = true, downloads: [LinkView] = [], steps: PageSteps = .none,
        in context: ViewContext
    ) {
        let urls = context.urls
        self.contents = contents.count < 3 ? [] : contents
        self.contributors = contributors
        self.notes = notes
        self.lastEdit = lastEdit
        self.oldRevision = oldRevision
        self.hasMath = hasMath
        self.steps = steps
        let more = contributorCount - contributors.count
        own = [
            "title": .text(raw: title),
            "article": .html(article),
            "isEmpty": .flag(article.string.isEmpty),
            "language": .text(raw: language),
            "hasContents": .flag(!self.contents.isEmpty),
            "hasContributors": .flag(!contributors.isEmpty),
            "more": .text(raw: more > 0 ? context.words.text("page.moreContributors", ["count": .number(more)]) : nil),
            "moreHref": .text(raw: hasAuthors ? urls.authors(path) : hasHistory ? urls.history(path) : nil),
            "tags": .views(tags.map { LinkView(label: $0, href: urls.tag($0)) }),
            "hasTags": .flag(!tags.isEmpty),
            "downloads": .views(downloads),
            "hasDownloads": .flag(!downloads.isEmpty),
            "authorsHref": .text(raw: hasAuthors ? urls.authors(path) : nil),
            "editHref": .text(raw: isEditable ? urls.edit(path) : nil),
            "hasMargin": .flag(
                !self.contents.isEmpty || lastEdit != nil || !contributors.isEmpty || !tags.isEmpty || !downloads.isEmpty),
        ]
    }

    package var scripts: [String] { hasMath ? ["math.js"] : [] }

    package var fields: [String: TemplateValue] {
        own.merging([
            "contents": .views(contents), "contributors": .views(contributors), "notes": .views(notes), "lastEdit": .view(lastEdit),
            "oldRevision": .view(oldRevision), "previous": .view(steps.previous), "next": .view(steps.next),
            "hasSteps": .flag(!steps.isEmpty),
        ]) { own, _ in own }
    }
}
