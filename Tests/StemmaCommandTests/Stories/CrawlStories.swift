import Testing

/// Everything that a wiki links to is there, and every answer keeps to the rules.
@Suite("A walk over every link")
struct CrawlStories {
    /// The headers that every answer carries.
    static func expectHeaders(_ answer: Answer, _ address: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let policy = answer["content-security-policy"] ?? ""
        #expect(policy.contains("default-src 'none'"), "\(address): \(policy)", sourceLocation: sourceLocation)
        let isPage = answer["content-type"]?.hasPrefix("text/html") == true && answer["content-disposition"] == nil
        if isPage {
            #expect(!policy.contains("unsafe"), "\(address): \(policy)", sourceLocation: sourceLocation)
            #expect(policy.contains("frame-ancestors 'none'") && policy.contains("base-uri 'none'"), sourceLocation: sourceLocation)
        }
        #expect(answer["x-content-type-options"] == "nosniff", "\(address)", sourceLocation: sourceLocation)
        #expect(answer["referrer-policy"] != nil, "\(address)", sourceLocation: sourceLocation)
        #expect(answer["x-request-id"] != nil, "\(address)", sourceLocation: sourceLocation)
        #expect(InertPage.problems(answer).isEmpty, "\(address): \(InertPage.problems(answer))", sourceLocation: sourceLocation)
    }

    /// Walks from some addresses over all links, and reports what is broken.
    /// - Parameter isFollowed: whether the links of an address are looked at, too.
    private func walk(_ visitor: Visitor, from starts: [String], limit: Int, isFollowed: (String) -> Bool) throws -> Int {
        var waiting = starts.map { (address: $0, source: "", isMissing: false) }
        var known = Set(starts)
        var (count, next) = (0, 0)
        while next < waiting.count, count < limit {
            let (address, source, isMissing) = waiting[next]
            next += 1
            count += 1
            let answer = try visitor.get(address)
            Self.expectHeaders(answer, address)
            let isDeleted = answer.status == 404 && answer.html.plain.contains("Bring it back")
            #expect(answer.status < (isMissing || isDeleted ? 500 : 400), "\(address) on \(source): \(answer.status)")
            if [301, 302, 303].contains(answer.status), known.insert(answer.location).inserted {
                waiting.append((answer.location, address, isMissing))
            }
            guard answer.status == 200, isFollowed(address), answer["content-type"]?.hasPrefix("text/html") == true else { continue }
            for tag in answer.html.tags {
                guard let link = tag["href"] ?? tag["src"] ?? (tag["method"] == "post" ? nil : tag["action"]) else { continue }
                let plain = String(link.prefix { $0 != "#" })
                guard plain.hasPrefix("/"), known.insert(plain).inserted else { continue }
                waiting.append((plain, address, tag["class"]?.contains("missing") == true))
            }
        }
        return count
    }

    @Test func theHandbookInEveryWiki() throws {
        let visitor = Visitor(try RunningWiki())
        let count = try walk(visitor, from: ["/-/help/", "/-/help"], limit: 1000) { $0.hasPrefix("/-/help") || $0 == "/" }
        #expect(count > 20)
        let home = try visitor.get("/-/help/")
        #expect(!home.html.tags.contains { $0["class"]?.contains("missing") == true }, "the handbook links to nothing that is missing")
    }

    @Test func anchorsOfTheHandbook() throws {
        let visitor = Visitor(try RunningWiki())
        var pages: [String: Answer] = [:]
        var waiting = ["/-/help/"]
        while let address = waiting.popLast() {
            guard pages[address] == nil else { continue }
            let answer = try visitor.get(address)
            pages[address] = answer
            #expect(answer.status == 200, "\(address)")
            waiting += answer.html.addresses.map { String($0.prefix { $0 != "#" }) }.filter {
                $0.hasPrefix("/-/help/") && !$0.contains("?") && !$0.hasSuffix(".svg")
            }
        }
        for (address, answer) in pages {
            #expect(
                !answer.html.tags("a").contains { $0["class"]?.contains("missing") == true }, "\(address) links to a page that is missing")
            for link in answer.html.addresses {
                guard let sign = link.firstIndex(of: "#"), link.hasPrefix("/-/help/") || link.hasPrefix("#") else { continue }
                let target = link.hasPrefix("#") ? address : String(link[..<sign])
                let anchor = String(decoding: WebForm.decoded(Array(link[sign...].dropFirst().utf8)), as: UTF8.self)
                guard !anchor.isEmpty, let page = pages[target] else { continue }
                #expect(page.html.tags.contains { $0["id"] == anchor }, "\(address) links to \(link)")
            }
        }
    }

    @Test func aWikiOfAllKindsOfPages() throws {
        let wiki = try RunningWiki(files: [
            "Home.md": "# Home\n\n[[Guides/Bread]] [[Nobody]] ![](a.png) [file](data.txt) <b onclick=x>b</b>\n",
            "Guides/Bread.md": "---\ntags: [food]\n---\nFlour.\n",
            "Guides/README.md": "[Bread](Bread.md) [up](../Home.md) [gone](Gone.md#x)\n", "a.png": "x", "data.txt": "x",
            "_Sidebar.md": "[[Home]] [[Guides/Bread|B]]\n",
            "_Footer.md": "[Nobody](/Nobody)\n", "Old.md": "---\nredirect: Guides/Bread\n---\n",
            "Math.md": "$x^2$\n\n```swift\nlet a = 1\n```\n", "Deep/Er/Still/Page.md": "x\n",
        ])
        let visitor = Visitor(wiki)
        try visitor.saves("Guides/Bread", "Flour and water.\n")
        try visitor.saves("Guides/Bread", "Flour, water, salt.\n")
        _ = try visitor.confirm("/-/delete/Math")
        visitor.forget()
        let count = try walk(visitor, from: ["/", "/-/recent", "/-/pages", "/-/history/Math"], limit: 600) { !$0.hasPrefix("/-/help") }
        #expect(count > 60)
    }

    @Test(.enabled(if: Corpora.path("golang-wiki") != nil, "the corpora are not beside this package"))
    func theGoWiki() throws {
        let wiki = try RunningWiki(from: Corpora.path("golang-wiki"))
        let visitor = Visitor(wiki)
        let pages = try visitor.get("/-/pages").html.addresses.filter { !$0.hasPrefix("/-/") && $0.hasPrefix("/") }
        #expect(pages.count > 160)
        let count = try walk(visitor, from: ["/"] + pages, limit: 3000) { !$0.hasPrefix("/-/") }
        #expect(count > 500)
    }

    @Test(.enabled(if: Corpora.path("rust-rfcs") != nil, "the corpora are not beside this package"))
    func theRustRequestsForComments() throws {
        let wiki = try RunningWiki(from: Corpora.path("rust-rfcs"))
        let visitor = Visitor(wiki)
        let names = try wiki.git.files().filter { $0.hasSuffix(".md") && !$0.hasPrefix(".") }
        #expect(names.count > 600)
        for name in names {
            let address =
                "/"
                + String(decoding: WebForm.encoded(Array(name.dropLast(3).utf8)), as: UTF8.self).replacing("%2F", with: "/").replacing(
                    "+", with: "%20")
            let answer = try visitor.get(address)
            #expect([200, 302].contains(answer.status), "\(address)")
            Self.expectHeaders(answer, address)
        }
    }
}
