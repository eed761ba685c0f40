import WikiCore

/// What taking many edits back takes and answers.
extension APIDescription {
    var undoSchemas: [(String, JSONValue)] {
        let days = LatestEdits.days
        let wanted = Schema.object(
            "Either `commits`, or the edits of an `account` or `name` in the last `days`.",
            [
                ("commits", Schema.list("The commits, \(BulkUndo.limit) at most.", of: Schema.revision("A commit."))),
                ("account", Schema.text("Whose edits: an account.", isNullable: true)),
                ("name", Schema.text("Whose edits: a name without an account.", isNullable: true)),
                (
                    "days",
                    Schema.number("Of how many days until now.", isNullable: true, minimum: days.lowerBound, maximum: days.upperBound)
                ),
                ("after", Schema.text("The `next` of the answer before.", isNullable: true)),
                (
                    "summary",
                    Schema.text(
                        "Why, in one line of \(limits.summary) characters at most; computed for each where it is missing.", isNullable: true
                    )
                ),
            ], optional: ["commits", "account", "name", "days", "after", "summary"], isOpen: false)
        let undone = Schema.object(
            "An edit that was taken back.",
            [("commit", Schema.revision("The commit.")), ("revision", Schema.revision("The commit that took it back."))])
        let left = Schema.object(
            "An edit that a person has to take back.",
            [("commit", Schema.revision("The commit.")), ("reason", Schema.text("Why, in a sentence."))])
        let answer = Schema.object(
            "What came of taking edits back.",
            [
                ("undone", Schema.list("What was taken back, the newest first.", of: Schema.named("UndoneEdit"))),
                ("idle", Schema.list("Commits of which nothing was left to take back.", of: Schema.revision("A commit."))),
                ("left", Schema.list("What was not taken back.", of: Schema.named("LeftEdit"))),
                ("next", Schema.text("What to hand over as `after` for older edits; `null` where there are none.", isNullable: true)),
            ])
        return [("UndoEdits", wanted), ("UndoneEdit", undone), ("LeftEdit", left), ("UndoneEdits", answer)]
    }
}
