import WikiCore

/// What pages and changes look like.
extension APIDescription {
    private static let updated = Schema.text("When that revision was made.", format: "date-time")
    private static let title = Schema.text("What the page is called.")

    var pageSchemas: [(String, JSONValue)] {
        let contributor = Schema.object(
            "Somebody who wrote or edited the page.",
            [
                ("name", Schema.text("The name.")),
                ("account", Schema.text("Their account; `null` where no account is credited.", isNullable: true)),
                ("confirmed", Schema.flag("False while nobody has confirmed whose edits these are.")),
                ("edits", Schema.number("How many revisions are theirs.")),
                ("share", Schema.share("The part of the words in the newest text that is theirs", isNullable: true)),
            ])
        let entry = Schema.object(
            "A page in a list.",
            Schema.path("The page's path.") + [
                ("title", Self.title), ("revision", Schema.revision("Its newest revision.", isNullable: true)),
                ("updated", Schema.text("When that was made.", format: "date-time", isNullable: true)),
            ], optional: ["path_encoded"])
        let page = Schema.object(
            "A page at one revision.",
            Schema.path("The page's path at that revision.") + [
                ("title", Self.title),
                ("markdown", Schema.text("Its text; `null` where the bytes are not UTF-8.", isNullable: true)),
                ("html", Schema.text("The article, sanitised.")), ("revision", Schema.revision("The commit: the `base` of a change.")),
                ("updated", Self.updated),
                (
                    "contributors",
                    Schema.list("Those with the most words first, or edits while words are not known.", of: Schema.named("Contributor"))
                ),
                ("url", Schema.text("The page's address for people.", format: "uri-reference")),
            ], optional: ["path_encoded"])
        return [
            ("Contributor", contributor), ("PageEntry", entry), ("Page", page),
            ("PageList", Self.listing("Pages in order of their paths.", "pages", of: "PageEntry")),
        ]
    }

    var changeSchemas: [(String, JSONValue)] {
        let summary = Schema.text(
            "Why, in one line of \(limits.summary) characters at most; computed where it is missing.", isNullable: true)
        let author = Schema.text("A name to credit, where a wiki takes edits without an account.", isNullable: true)
        let both = [("summary", summary), ("author", author)]
        let optional: Set<String> = ["base", "summary", "author"]
        let base = Schema.revision("The `revision` that was read; without it the page must be new.", isNullable: true)
        let save = Schema.object(
            "A text to save.", [("markdown", Schema.text("The whole text, \(limits.page) bytes at most.")), ("base", base)] + both,
            optional: optional, isOpen: false)
        let delete = Schema.object(
            "A deletion.", [("base", Schema.revision("The `revision` that was read."))] + both, optional: ["summary", "author"],
            isOpen: false)
        let restore = Schema.object(
            "A revision to bring back.",
            [
                ("revision", Schema.revision("The revision.")),
                ("base", Schema.revision("The `revision` that was read last; without it the page may have changed.", isNullable: true)),
            ] + both, optional: optional, isOpen: false)
        let revert = Schema.object("A commit to take back.", both, optional: optional, isOpen: false)
        let saved = Schema.object(
            "What became of a change.",
            [("revision", Schema.revision("The new commit; where nothing changed, the one that holds.", isNullable: true))]
                + Schema.path("The page's path, which a move meanwhile may have changed.") + [
                    ("merged", Schema.flag("There, and true, where others' edits were merged in.")),
                    ("kept_both", Schema.flag("There, and true, where two additions at one place were both kept.")),
                    ("unchanged", Schema.flag("There, and true, where there was nothing to change.")),
                ], optional: ["path_encoded", "merged", "kept_both", "unchanged"])
        return [("SavePage", save), ("DeletePage", delete), ("RestorePage", restore), ("RevertCommit", revert), ("Saved", saved)]
    }

    /// A part of a list.
    static func listing(_ description: String, _ member: String, of schema: String, besides: [(String, JSONValue)] = []) -> JSONValue {
        Schema.object(
            description,
            besides + [
                (member, Schema.list("This part of the list.", of: Schema.named(schema))),
                ("next", Schema.text("What to hand over as `after` for the next part; `null` at the end.", isNullable: true)),
            ], optional: ["path_encoded"])
    }
}
