/// A wiki with a little of everything, and what became of it.
enum SiteSample {
    /// As it began.
    static let begin = [
        "Home.md": """
        # Home

        [[Guides/Bread]] and [salt](Salt.md#sea), [old](Old.md), [[Crust]], [[Secret]] and [nobody](Nobody.md).

        ![[Secret]]

        ![dot](dot.png) [data](Food/data.txt) [page](x.html) [up](#home) [out](https://example.net/x)

        [[Guides]] [sign](C%23.md)

        """,
        "Guides/README.md": "# All guides\n\n- [Bread](Bread.md)\n",
        "Guides/Bread.md": """
        ---
        tags: [food, C#]
        aliases: [Crust, Guides/Loaf]
        ---
        # Bread

        Flour and water.[^1]

        ![[Salt]]

        ## Why

        $x^2$

        [^1]: Of wheat.

        """,
        "Salt.md": "# Salt\n\n## Sea\n\nFrom the sea. ![[pic.svg]]\n", "Old.md": "---\nredirect: Guides/Bread\n---\n",
        "C#.md": "# C sharp\n\nA page with a sign. [up](/Home.md)\n",
        "Deep/Er/Still/Page.md": "Far below. [home](/Home.md) [bread](../../../Guides/Bread.md#why)\n",
        "Secret.md": """
        ---
        draft: true
        title: Clandestine
        tags: [covert]
        aliases: [Undercover]
        ---
        # Clandestine

        Hiddenword stays here.

        """,
        "Gone.md": "---\ndraft: true\n---\nVanishedword.\n", "Guides/Water.md": "Wet.\n",
        "_Sidebar.md": "- [[Home]]\n- [[Guides/Bread|B]]\n",
        "_Footer.md": "[Salt](/Salt)\n", "dot.png": "\u{1}not a picture", "Food/data.txt": "plain\r\n",
        "x.html": "<script>alert(1)</script>",
        "pic.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"><circle r=\"1\"/></svg>", ".mailmap": "Ada L <ada@example.org>\n",
    ]

    /// Words of drafts, which never leave the wiki.
    static let drafts = ["Hiddenword", "Otherword", "Clandestine", "covert", "Undercover", "Vanishedword"]

    /// Lends the wiki after some edits, among them of drafts.
    static func with<Value>(_ body: (SiteWiki) async throws -> Value) async throws -> Value {
        try await SiteWiki.with(begin) { site in
            var files = begin
            files["Salt.md", default: ""] += "More.\n"
            files["Secret.md", default: ""] += "Otherword.\n"
            let thanks = "Thank Bob <bob@example.org>\n\nSee eve@example.org.\n\n"
            try await site.commit(files, by: "Ben", thanks + "Co-authored-by: Zoe <zoe@example.org>")
            files["Gone.md"] = nil
            files["Guides/Milk.md"] = files.removeValue(forKey: "Guides/Water.md")
            try await site.commit(files, by: "Ben", "Move it")
            return try await body(site)
        }
    }
}
