import Testing

/// Who reads a wiki like a book goes from page to page in the order that its authors gave it.
@Suite("The order of pages")
struct ReadingOrderStories {
    /// The addresses before and after a page, from its foot; `-` for none. Its head names the same for machines.
    private func steps(_ ada: Visitor, _ address: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
        let html = try ada.get(address).html
        func found(_ tag: String, _ rel: String) -> String { html.tags(tag).first { $0["rel"] == rel }?["href"] ?? "-" }
        for rel in ["prev", "next"] { #expect(found("a", rel) == found("link", rel), "\(address)", sourceLocation: sourceLocation) }
        return "\(found("a", "prev")) \(found("a", "next"))"
    }

    @Test func theSidebarIsTheTableOfContents() throws {
        let ada = Visitor(
            try RunningWiki(files: [
                "Home.md": "# Welcome\n", "Oven.md": "# The oven\n", "Bread.md": "Flour.\n", "Cake.md": "Sugar.\n",
                "_Sidebar.md": "* [[Home]]\n* [[Oven]]\n  * [[Cake]]\n  * [[Bread]]\n",
            ]))
        #expect(try steps(ada, "/") == "- /Oven" && steps(ada, "/Oven") == "/ /Cake" && steps(ada, "/Bread") == "/Cake -")
        #expect(try ada.get("/Cake").html.plain.contains("The oven"))
        // Kept pages follow: a new title, a new order, a page that goes.
        try ada.saves("Oven", "# A hot oven\n")
        #expect(try ada.get("/Cake").html.plain.contains("A hot oven"))
        try ada.saves("_Sidebar", "* [[Bread]]\n* [[Cake]]\n")
        #expect(try steps(ada, "/Cake") == "/Bread -" && steps(ada, "/Bread") == "- /Cake")
        try ada.saves("Bread", "---\ndraft: true\n---\nFlour.\n")
        #expect(try steps(ada, "/Cake") == "- -" && steps(ada, "/Bread") == "- -")
    }

    @Test func withoutASidebarThereIsATree() throws {
        let ada = Visitor(
            try RunningWiki(files: [
                "Home.md": "# Welcome\n", "Step 2.md": "Two.\n", "Step 10.md": "Ten.\n",
                "Oven/README.md": "---\nweight: 1\n---\n# The oven\n",
                "Oven/Heat.md": "Heat.\n", "Oven/Fuel.md": "Fuel.\n",
            ]))
        #expect(try steps(ada, "/") == "- /Oven" && steps(ada, "/Oven/Heat") == "/Oven/Fuel /Step%202")
        #expect(try steps(ada, "/Step%2010") == "/Step%202 -")
        let page = try ada.get("/Oven/Fuel").html
        let current = page.tags("a").filter { $0["aria-current"] == "page" }.compactMap { $0["href"] }
        #expect(current == ["/Oven/Fuel", "/Oven/Fuel"], "the tab and the line of the sidebar")
        #expect(page.addresses.contains("/Step%2010"))
        let listed = try ada.get("/-/pages").html.tags("a").compactMap { $0["href"] }
        let lines = listed.filter { ["/", "/-/pages/Oven", "/Step%202", "/Step%2010"].contains($0) }
        #expect(lines.suffix(4) == ["/", "/-/pages/Oven", "/Step%202", "/Step%2010"])
        try ada.saves("_Sidebar", "Words alone.\n")
        #expect(try !ada.get("/Oven/Fuel").html.addresses.contains("/Step%2010"))
    }

    @Test func booksAndSitesOfOthers() throws {
        let book = Visitor(
            try RunningWiki(files: [
                "SUMMARY.md": "# Summary\n\n- [Cake](Cake.md)\n- [Bread](Bread.md)\n", "Bread.md": "Flour.\n", "Cake.md": "Sugar.\n",
            ]))
        #expect(try steps(book, "/Cake") == "- /Bread")
        let site = Visitor(
            try RunningWiki(files: [
                "mkdocs.yml": "site_name: Baking\nnav:\n  - Sweet:\n    - Cake.md\n  - <b>Salty</b>: Bread.md\n", "Bread.md": "Flour.\n",
                "Cake.md": "Sugar.\n", "Zest.md": "Zest.\n",
            ]))
        let page = try site.get("/Cake")
        #expect(try steps(site, "/Cake") == "- /Bread")
        #expect(page.html.plain.contains("Sweet") && page.text.contains("&lt;b&gt;Salty"))
        #expect(!page.html.addresses.contains("/Zest"), "the navigation is the sidebar")
    }
}
