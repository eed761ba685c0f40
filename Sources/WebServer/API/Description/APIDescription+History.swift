import HTTPTypes

/// Revisions, differences, recent changes, undoing.
extension APIDescription {
    var historyOperations: [(String, DescribedOperation)] {
        [
            ("/history/{path}", getHistory), ("/diff/{path}", getDiff), ("/authors/{path}", getAuthors), ("/recent", getRecent),
            ("/commits/{id}/revert", revertCommit), ("/edits/undo", undoEdits),
        ]
    }

    private var getHistory: DescribedOperation {
        DescribedOperation(
            method: .get, id: "getHistory", tag: "History", summary: "List a page's revisions, newest first",
            description: "Deleted pages have a history too. It goes on across renames.", parameters: [Self.path, Self.after, Self.limit],
            answers: [Answer(status: 200, description: "A part of the history.", schema: "History", headers: Self.tag)],
            refusals: [400, 404, 503])
    }

    private var getDiff: DescribedOperation {
        let revision: JSONValue = ["type": "string", "pattern": "^[0-9a-fA-F]{7,40}$"]
        let space: JSONValue = ["type": "string", "enum": ["count", "ignore"], "default": "count"]
        return DescribedOperation(
            method: .get, id: "getDiff", tag: "History", summary: "Compare two revisions of a page",
            description: "By blocks and words. Places are offsets in bytes of the Markdown of either revision, as UTF-8.",
            parameters: [
                Self.path,
                Parameter(name: "from", schema: revision, description: "The older revision; without it, what `to` changed is shown."),
                Parameter(name: "to", schema: revision, description: "The newer revision; the newest of all without it."),
                Parameter(
                    name: "space", schema: space, description: "Whether white space is marked as changed where both texts have some."),
            ],
            answers: [Answer(status: 200, description: "The difference.", schema: "Diff", headers: Self.tag)], refusals: [400, 404, 503])
    }

    private var getRecent: DescribedOperation {
        DescribedOperation(
            method: .get, id: "getRecent", tag: "History", summary: "List the latest changes of all pages",
            parameters: [Self.after, Self.limit],
            answers: [Answer(status: 200, description: "A part of the list.", schema: "RecentChanges", headers: Self.tag)], refusals: [400])
    }

    private var revertCommit: DescribedOperation {
        DescribedOperation(
            method: .post, id: "revertCommit", tag: "History", summary: "Take back what a commit did",
            description: "What came later stays; where it changed the same words, the answer is 409 with all texts of the page.",
            parameters: [
                Parameter(
                    name: "id", isPath: true, schema: ["type": "string", "pattern": "^[0-9a-fA-F]{7,40}$"],
                    description: "The commit, by its id or a unique beginning of it.")
            ], body: "RevertCommit", isBodyRequired: false,
            answers: [Answer(status: 200, description: "Taken back.", schema: "Saved")], refusals: Self.changeRefusals + [404])
    }

    private var undoEdits: DescribedOperation {
        DescribedOperation(
            method: .post, id: "undoEdits", tag: "History", summary: "Take many edits back at once",
            description: "For moderators. Each becomes an edit of its own, the newest first. What came later stays; where it changed "
                + "the same words, the edit is left to a person. \(BulkUndo.limit) at once; go on with `next` as `after`.",
            body: "UndoEdits", answers: [Answer(status: 200, description: "What came of each.", schema: "UndoneEdits")],
            refusals: Self.changeRefusals.filter { $0 != 409 })
    }

    var historySchemas: [(String, JSONValue)] {
        let kind = Schema.choice("What happened to the page.", ["created", "edited", "deleted"])
        let facts = [
            ("id", Schema.revision("The commit.")), ("author", Schema.text("Who wrote it.")),
            ("co_authors", Schema.list("Who shares the credit with the author.", of: Schema.text("A name."))),
            ("account", Schema.text("The author's account; `null` where no account is credited.", isNullable: true)),
            ("confirmed", Schema.flag("False while nobody has confirmed whose work it is.")),
            ("pushed_by", Schema.text("Who pushed it, where that is somebody else; else `null`.", isNullable: true)),
            ("date", Schema.text("When.", format: "date-time")), ("summary", Schema.text("The first line of its message.")),
            ("merge", Schema.flag("Whether it has several parents.")),
        ]
        let revision = Schema.object(
            "A commit seen from one page.",
            facts + [
                ("number", Schema.number("Its number among the page's revisions.", minimum: 1)), ("kind", kind),
                ("added", Schema.number("Words added; `null` where nobody counted.", isNullable: true)),
                ("removed", Schema.number("Words removed; `null` where nobody counted.", isNullable: true)),
            ] + Schema.path("The page's path as of then."), optional: ["path_encoded"])
        let changed = Schema.object(
            "A page that a commit changed.",
            Schema.path("Its path today, or its last.") + [("title", Schema.text("What it is called today.")), ("kind", kind)],
            optional: ["path_encoded"])
        let change = Schema.object(
            "A commit in the list of changes.",
            facts + [
                ("files", Schema.number("How many files it changed.")), ("page_count", Schema.number("How many of them are pages.")),
                ("pages", Schema.list("The first twenty pages.", of: Schema.named("ChangedPage"))),
            ])
        let history = Self.listing(
            "A page's revisions, newest first.", "revisions", of: "Revision", besides: Schema.path("The page's path today, or its last."))
        return [
            ("Revision", revision), ("ChangedPage", changed), ("Change", change), ("History", history),
            ("RecentChanges", Self.listing("The latest changes, newest first.", "changes", of: "Change")),
        ] + undoSchemas + diffSchemas + authorsSchemas
    }
}
