import Presentation

/// What only a site of files shows, and what machines are told.
extension SampleScreens {
    var site: [SampleScreen] {
        [
            SampleScreen(name: "not-found", screen: NotFoundView(in: context), layout: layout("Nothing is here", tab: nil)),
            SampleScreen(name: "colophon", screen: colophon(people: 6), layout: versionedLayout),
            SampleScreen(name: "colophon-crowd", screen: colophon(people: 620), layout: layout("Colophon", tab: nil)),
            SampleScreen(name: "colophon-alone", screen: bareColophon, layout: layout("Colophon", tab: nil)),
        ]
    }

    var facts: PageFacts {
        var facts = PageFacts(
            path: path("Guides/Concurrency"), title: "Mutex </script>\u{2028} channel?", siteName: "Go Wiki", language: "en-GB", in: context
        )
        facts.description = "How to share memory by communicating"
        facts.license = "CC BY-SA 4.0"
        facts.first = 1_700_000_000
        facts.last = 1_795_000_000
        facts.addContributor("Rob Pike", href: context.urls.person("Rob Pike"))
        facts.addContributor("<script>alert(1)</script>")
        return facts
    }

    func versions(current: Int) -> VersionsView {
        VersionsView(
            [.init(name: "main", href: "/main/"), .init(name: "v2 <b>", href: "/v2/"), .init(name: "v1", href: "/v1/")], current: current,
            in: context)
    }

    var moved: MovedView {
        MovedView(title: "Mutex & channel", href: "../Guides/R%26D.html", canonical: "https://example.org/Guides/R%26D", in: context)
    }

    private var versionedLayout: LayoutView {
        var layout = layout("Colophon", tab: nil)
        layout.versions = versions(current: 0)
        return layout
    }

    func colophon(people: Int) -> ColophonView {
        let names = ["Ada Lovelace", "Rob Pike", "林 美咲", "", "<b>Bob</b>", "Dmitri Shuralyov"]
        let contributors = (0..<people).map { index in
            let name = index < names.count ? names[index] : "Person \(index)"
            return ColophonView.Contributor(name: name, href: index == 0 ? context.urls.person(name) : nil)
        }
        return ColophonView(
            siteName: "Go Wiki", description: "What Go programmers know", license: LicenseView(name: "CC BY-SA 4.0"), source: brief,
            pages: 1204, words: 512_003, contributors: contributors, program: "0.1.0", address: "https://example.org/", in: context)
    }

    private var bareColophon: ColophonView {
        ColophonView(
            siteName: "Notes", license: LicenseView(name: "CC BY 4.0", href: "https://creativecommons.org/licenses/by/4.0/"), source: brief,
            pages: 1, words: 1, contributors: [], program: "0.1.0", in: context)
    }
}
