import Markup
import Presentation
import Wording

/// A sample of a screen: what it is called, its view, and what surrounds it.
struct SampleScreen: Sendable {
    let name: String
    let screen: any Screen
    let layout: LayoutView
}

/// Views filled in every field, for the strict check of the templates and for looking at the theme.
struct SampleScreens: Sendable {
    let context: ViewContext

    var all: [SampleScreen] { reading + forms + changes + authors + lists + everybody + accounts + administration + site }

    func layout(_ title: String?, path: String = "Guides/Concurrency", tab: PageTab? = .read, sidebar: Bool = false) -> LayoutView {
        var layout = LayoutView(siteName: "Go Wiki", title: title, in: context)
        layout.license = LicenseView(name: "CC BY-SA 4.0", href: "https://creativecommons.org/licenses/by-sa/4.0/")
        layout.feeds = [LinkView(label: context.words.text("recent.feed"), href: context.urls.feedRecent)]
        layout.visitor = VisitorView(loginFrom: "/\(path)", in: context)
        layout.cloneAddress = "https://example.org/wiki.git"
        layout.sshCloneAddress = SiteURL.sshClone("wiki@example.org")
        layout.place = tab == nil ? nil : PlaceView(path: Array(path.utf8), title: title ?? "", current: tab, in: context)
        if sidebar {
            layout.sidebar = SafeHTML(trusted: SampleText.sidebar)
        }
        return layout
    }

    /// A layout with everything that can stand in one.
    var fullLayout: LayoutView {
        var layout = layout("Concurrency", sidebar: true)
        layout.description = "How to share memory by communicating"
        layout.canonical = context.urls.page(Array("Guides/Concurrency".utf8))
        layout.isIndexed = false
        layout.steps = steps
        layout.query = "select \"deadlock\""
        layout.notice = context.words.text("notice.readOnly.unconfigured")
        layout.header = SafeHTML(trusted: "<p>Part of the <a href=\"/Guides\">guides</a>.</p>")
        layout.footer = SafeHTML(trusted: "<p>See also the <a href=\"/Home\">home page</a>.</p>")
        layout.markdown = context.urls.markdown(Array("Guides/Concurrency".utf8))
        layout.picture = "https://example.org/picture.png"
        layout.facts = facts
        layout.versions = versions(current: 1)
        let sentence = SentenceView("flash.merged", ["name": .person(person)], in: context)
        let link = LinkView(label: context.words.text("flash.seeChange"), href: "/-/diff/Guides/Concurrency?to=8f2c1ab")
        layout.flash = FlashView(sentence, savedPath: Array("Guides/Concurrency".utf8), link: link)
        return layout
    }

    var person: PersonView { PersonView(name: "Rob Pike", href: context.urls.person("Rob Pike"), in: context) }

    var brief: RevisionBrief {
        RevisionBrief(
            id: SampleText.id, author: "Dmitri Shuralyov", seconds: 1_795_000_000, summary: "Explain when a mutex is the better tool")
    }

    func save(summary: String = "") -> SaveFields {
        SaveFields(csrf: "token", summary: summary, author: "Ada Lovelace", license: "CC BY-SA 4.0", in: context)
    }

    var problem: ProblemView {
        ProblemView(.staleForm, detail: "A detail.", link: LinkView(label: "Sign in", href: context.urls.login()), in: context)
    }

    func path(_ text: String) -> [UInt8] { Array(text.utf8) }
}
