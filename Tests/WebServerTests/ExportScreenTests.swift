import Community
import Git
import HTTPTypes
import TestSupport
import Testing
import WikiCore

@testable import WebServer

/// Books and the export of the site, as people ask for them.
struct ExportScreenTests {
    private let exports = FakeExports()

    /// A site on which anybody edits, with a page that is a book and one that is none.
    private func with(_ body: (TestSite) async throws -> Void) async throws {
        try #require(BuiltProgram.path != nil, "build the stemma executable first: tests start it as a worker")
        try await TestSite.with(exports: exports) {
            $0.editing = .open
        } _: { site in
            let writer = Browser(site)
            for (page, text) in [("Garden/Book", "---\ntags: [book]\ntitle: Garden <book>\n---\nPlant.\n"), ("Home", "Welcome.\n")] {
                let saved = try await writer.post(
                    "/-/edit/\(page)", [("markdown", text), ("summary", ""), ("base", ""), ("author", "Ann")])
                try #require(saved.status == 303, "\(saved.text)")
            }
            try await body(site)
        }
    }

    private func job(_ answer: TestAnswer) throws -> String {
        let address = try #require(answer.location)
        #expect(answer.status == 303 && address.hasPrefix("/-/book/Garden/Book?job="))
        return address
    }

    @Test func onlyABookOffersItself() async throws {
        try await with { site in
            let reader = Browser(site)
            let book = try await reader.get("/Garden/Book").text
            #expect(book.contains("href=\"/-/book/Garden/Book?format=epub\" rel=\"nofollow\""))
            #expect(book.contains("?format=html\"") && !book.contains("?format=pdf\""))
            #expect(try await !reader.get("/Home").text.contains("/-/book/"))
            #expect(try await reader.get("/-/book/Home").status == 404)
            #expect(try await reader.get("/-/book/Nobody").status == 404)
            let form = try await reader.get("/-/book/Garden/Book?format=html")
            #expect(form.status == 200 && form.text.contains("<option value=\"html\" selected>"))
            #expect(form.headers[.robotsTag] == "noindex, nofollow")
            #expect(exports.count == 0, "looking makes no book")
        }
    }

    @Test func aBookIsMadeFollowedAndFetched() async throws {
        try await with { site in
            let reader = Browser(site)
            let job = try job(try await reader.post("/-/book/Garden/Book", [("format", "epub")]))
            let call = try await exports.next()
            #expect(call.page == GitPath("Garden/Book"))
            call.progress(ExportProgress(done: 3, total: 12, word: "chapters"))
            let working = try await reader.get(job)
            #expect(working.headers[.refresh] == "2" && working.headers[.cacheControl] == "no-store")
            #expect(working.text.contains("value=\"3\" max=\"12\"") && working.text.contains("Setting chapters: 3 of 12"))
            #expect(!working.text.contains("method=\"post\" action=\"/-/book"), "there is nothing to do but wait")
            call.succeed(pages: 12, bytes: 200_000, problems: [ExportProblem("brokenLink", ["page": "Garden", "target": "<Nobody>"])])
            await site.board?.booksDone()

            let ready = try await reader.get(job)
            #expect(ready.headers[.refresh] == nil)
            #expect(ready.text.contains("the link to &lt;Nobody&gt; leads to no page."))
            let link = try #require(ready.text.firstMatch(of: /href="(\/-\/book\/Garden\/Book\?file=[^"]+)"/)).1
            let file = try await reader.get(String(link))
            #expect(file.status == 200 && file.text.utf8.count == 200_000)
            #expect(file.headers[.contentType] == "application/epub+zip")
            #expect(file.headers[.contentDisposition]?.hasPrefix("attachment; filename=\"Book.epub\"") == true)
            let part = try await reader.send(.get, String(link), [.range: "bytes=199990-"])
            #expect(part.status == 206 && part.text.utf8.count == 10)
            #expect(part.headers[.contentRange] == "bytes 199990-199999/200000")
            let known = try await reader.send(.get, String(link), [.ifNoneMatch: file.headers[.eTag] ?? ""])
            #expect(known.status == 304)

            // The same commit gives the same book without work; the next one does not.
            let same = try await Browser(site).post("/-/book/Garden/Book", [("format", "epub")])
            #expect(try self.job(same) == job)
            #expect(exports.count == 1)
            let base = try #require(site.wiki.indexedTip?.hex)
            let text = "---\ntags: [book]\n---\nPlant, and water.\n"
            _ = try await reader.post(
                "/-/edit/Garden/Book", [("markdown", text), ("summary", ""), ("base", base), ("author", "Ann")])
            let other = try await reader.post("/-/book/Garden/Book", [("format", "epub")])
            #expect(try self.job(other) != job)
        }
    }

    @Test func whatFailedSaysWhyAndMayBeTriedAgain() async throws {
        try await with { site in
            let reader = Browser(site)
            let job = try job(try await reader.post("/-/book/Garden/Book", [("format", "html")]))
            try await exports.next().fail(ExportFailure("noChapters", cause: "secret place"))
            await site.board?.booksDone()
            let failed = try await reader.get(job)
            #expect(failed.text.contains("The book has no chapters.") && !failed.text.contains("secret place"))
            #expect(failed.text.contains("name=\"format\"") && failed.headers[.refresh] == nil)
            let gone = try await reader.get("/-/book/Garden/Book?file=\(String(repeating: "a", count: 40))-0-epub")
            #expect(gone.status == 404 && gone.text.contains("does not lie here any more"))
            #expect(try await reader.get("/-/book/Garden/Book?file=../../stemma.yaml").status == 404)
            #expect(try await reader.get("/-/book/Garden/Book?job=x").status == 404)
        }
    }

    @Test func aFormThatIsNoFormMakesNoBook() async throws {
        try await with { site in
            let reader = Browser(site)
            let stale = try await reader.post("/-/book/Garden/Book", [("format", "epub")], token: "x")
            let unknown = try await reader.post("/-/book/Garden/Book", [("format", "mobi")])
            let unprinted = try await reader.post("/-/book/Garden/Book", [("format", "pdf")])
            let noBook = try await reader.post("/-/book/Home", [("format", "epub")], from: "/-/book/Garden/Book")
            reader.fields[.origin] = "https://evil.example"
            let foreign = try await reader.post("/-/book/Garden/Book", [("format", "epub")])
            #expect([stale, unknown, unprinted, noBook, foreign].map(\.status) == [403, 422, 422, 404, 403])
            #expect(exports.count == 0)
        }
    }

    @Test func aStrangerIsGivenSoManyBooksAndNoMore() async throws {
        try await with { site in
            let reader = Browser(site)
            var limited = false
            for number in 0..<10 where !limited {
                // Each commit is another book.
                let base = try #require(site.wiki.indexedTip?.hex)
                let text = "---\ntags: [book]\n---\n\(number)\n"
                _ = try await reader.post(
                    "/-/edit/Garden/Book", [("markdown", text), ("summary", ""), ("base", base), ("author", "Ann")])
                let answer = try await reader.post("/-/book/Garden/Book", [("format", "epub")])
                limited = answer.status == 429
                if limited { #expect(answer.headers[.retryAfter] != nil && answer.text.contains("You asked for many books.")) }
            }
            #expect(limited)
            let other = Browser(site)
            other.peer = "198.51.100.7"
            let answer = try await other.post("/-/book/Garden/Book", [("format", "epub")])
            #expect(answer.status == 303, "others are still served")
        }
    }

    // MARK: The site

    @Test func anAdminHasTheSiteExported() async throws {
        try await TestSite.with(exports: exports) { site in
            try await site.person("ada", .admin)
            let ada = Browser(site)
            try await ada.login("ada")
            let page = try await ada.get("/-/admin/export")
            #expect(page.status == 200 && page.text.contains("/var/www/garden") && page.text.contains("not yet since"))
            let foreign = try await ada.post("/-/admin/export", [], token: "x")
            #expect(foreign.status == 403)
            #expect(exports.count == 0)
            let begun = try await ada.post("/-/admin/export", [])
            #expect(begun.status == 303 && begun.location == "/-/admin/export")
            let run = try await exports.next()
            run.progress(ExportProgress(done: 1_840, total: 20_000, word: "pages"))
            let working = try await ada.get("/-/admin/export")
            #expect(working.headers[.refresh] == "2" && working.text.contains("value=\"1840\" max=\"20000\""))
            run.succeed(pages: 20_000)
            while await site.board?.siteStatus.running != nil { await Task.yield() }
            let done = try await ada.get("/-/admin/export")
            #expect(done.headers[.refresh] == nil && done.text.contains("Export the site now"))
            let entries = try await site.members.audit.entries(action: AuditAction.siteExported.rawValue)
            #expect(entries.map(\.actor) == ["ada"] && entries.map(\.target) == ["/var/www/garden"])
        }
    }

    @Test func aFailureIsToldToAdmins() async throws {
        try await TestSite.with(exports: exports) { site in
            try await site.person("ada", .admin)
            let ada = Browser(site)
            try await ada.login("ada")
            _ = try await ada.post("/-/admin/export", [])
            try await exports.next().fail(ExportFailure("foreignFolder", ["folder": "/var/www/<x>"]))
            while await site.board?.siteStatus.running != nil { await Task.yield() }
            let page = try await ada.get("/-/admin/export").text
            #expect(page.contains("The folder holds files of others and was left alone: /var/www/&lt;x&gt;"))
        }
    }

    @Test func whereNothingIsOfferedTheSettingIsNamed() async throws {
        try await TestSite.with { site in
            try await site.person("ada", .admin)
            let ada = Browser(site)
            try await ada.login("ada")
            let page = try await ada.get("/-/admin/export")
            #expect(page.status == 200 && page.text.contains("<code>export.folder</code>"))
            #expect(!page.text.contains("Export the site now"))
            let pressed = try await ada.post("/-/admin/export", [], token: page.formToken ?? "")
            #expect(pressed.status != 303)
            #expect(try await ada.get("/-/book/Home").status == 404)
        }
    }
}
