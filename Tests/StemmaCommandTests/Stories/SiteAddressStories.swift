import Testing

/// A wiki that has an address in the world, behind a proxy that speaks TLS, below a path.
@Suite("A wiki with an address")
struct SiteAddressStories {
    private let wiki: RunningWiki
    private let ada: Visitor

    init() throws {
        let settings = "editing: open\nsite:\n  name: Kitchen\n  url: https://example.org/a%20wiki/\n  license: CC BY 4.0\n"
        wiki = try RunningWiki(settings: settings)
        ada = Visitor(wiki)
        ada.host = "example.org"
        ada.fields = [("X-Forwarded-For", "192.0.2.7"), ("X-Forwarded-Proto", "https"), ("Origin", "https://example.org")]
    }

    private let base = "/a%20wiki"

    @Test func everyAddressIsBelowThePath() throws {
        for address in [
            "/", "/Formatting", "/-/recent", "/-/pages", "/-/help/", "/-/edit/Home", "/-/history/Home", "/-/search?q=x", "/Nobody",
        ] {
            let answer = try ada.get(base + address)
            #expect([200, 404].contains(answer.status), "\(address)")
            for link in answer.html.addresses where !link.hasPrefix("#") {
                let isOurs = link == base || link.hasPrefix(base + "/") || link.hasPrefix("https://example.org/a%20wiki")
                #expect(isOurs || link.hasPrefix("https://"), "\(link) on \(address)")
            }
        }
        #expect(try ada.get("/-/recent").status == 404)
        #expect(try ada.get(base).status < 400)
        #expect(try ada.get(base + "/-/edit/Home").html.plain.contains("CC BY 4.0"))
    }

    @Test func savingAndUndoing() throws {
        let saved = try ada.post(filled("Bread", "[[Home]] [x](Home) ![](a.png)\n"))
        #expect(saved.status == 303 && saved.location == base + "/Bread")
        let page = try ada.get(saved.location)
        #expect(page.html.plain.contains("Saved. This page is new."))
        #expect(page.html.tags("a").contains { $0["href"] == base + "/" })
        let id = try wiki.git.id()
        let undone = try ada.post(try WebForm(try ada.get("\(base)/-/revert/\(id)")))
        #expect(undone.status == 303)
        #expect(undone.location.hasPrefix(base + "/"))
        #expect(try !wiki.git.files().contains("Bread.md"))
    }

    private func filled(_ page: String, _ text: String) throws -> WebForm {
        var form = try WebForm(try ada.get("\(base)/-/edit/\(page)"))
        form.write(text, author: "Ada")
        return form
    }

    @Test func cookiesAreBoundToTheSite() throws {
        let form = try ada.get(base + "/-/edit/Bread")
        let cookies = try form.all("set-cookie") + (ada.post(filled("Bread", "x\n")).all("set-cookie"))
        #expect(cookies.count >= 2)
        for cookie in cookies {
            #expect(cookie.hasPrefix("__Host-"), "\(cookie)")
            for word in ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"] { #expect(cookie.contains(word), "\(cookie)") }
            #expect(!cookie.contains("Domain"))
        }
    }

    @Test func feedsAndRobotsNameTheSite() throws {
        _ = try ada.post(filled("Bread", "Flour.\n"))
        let feed = try ada.get(base + "/-/feed/recent").text
        #expect(feed.contains("https://example.org/a%20wiki/Bread") || feed.contains("https://example.org/a%20wiki/-/"))
        #expect(!feed.contains("href=\"/"))
        #expect(try ada.get("/robots.txt").status == 200 || ada.get(base + "/robots.txt").status == 200)
        #expect(
            try ada.get(base + "/Bread").html.tags("link").contains {
                $0["rel"] == "canonical" && $0["href"] == "https://example.org/a%20wiki/Bread"
            })
    }

    @Test func machinesAreToldOfAPage() throws {
        _ = try ada.post(filled("Bread", "![](https://example.com/loaf.png)\n\nFlour </script> and water.\n"))
        let page = try ada.get(base + "/Bread")
        #expect(InertPage.problems(page).isEmpty)
        let block = try #require(page.text.firstMatch(of: /<script type="application\/ld\+json">([^<]*)<\/script>/)).1
        let data = try #require(JSONText(Array(block.utf8)))
        let article = try #require(data["@graph"]?[0])
        #expect(article["headline"]?.text == "Bread")
        #expect(article["url"]?.text == "https://example.org/a%20wiki/Bread")
        #expect(article["author"]?.items.map { $0["name"]?.text } == ["Ada"])
        #expect(article["image"]?.text == "https://example.com/loaf.png")
        #expect(article["license"]?["name"]?.text == "CC BY 4.0")
        #expect(article["datePublished"]?.text?.hasSuffix("Z") == true && article["datePublished"] == article["dateModified"])
        let way = data["@graph"]?[1]?["itemListElement"]?.items.map { $0["item"]?.text }
        #expect(way == ["https://example.org/a%20wiki/", "https://example.org/a%20wiki/Bread"])
        let meta = page.html.tags("meta")
        #expect(meta.contains { $0["property"] == "og:type" && $0["content"] == "article" })
        #expect(meta.contains { $0["property"] == "og:image" && $0["content"] == "https://example.com/loaf.png" })
        #expect(meta.contains { $0["property"] == "article:modified_time" })
        #expect(try !ada.get(base + "/-/history/Bread").text.contains("ld+json"))
    }

    @Test func anotherHostCannotLendItsName() throws {
        ada.host = "evil.example"
        ada.fields = []
        let page = try ada.get(base + "/")
        #expect(!page.text.contains("evil.example"))
        let form = try filled("Page", "x\n")
        #expect(try ada.post(form, ("Origin", "https://evil.example.org")).status == 403)
        #expect(try wiki.git.subjects().count == 1)
    }
}
