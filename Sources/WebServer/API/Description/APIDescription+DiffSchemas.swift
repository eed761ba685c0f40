/// What the API says of a difference.
extension APIDescription {
    var diffSchemas: [(String, JSONValue)] {
        [
            ("Counts", counts), ("BlockCounts", blockCounts), ("ByteRange", range), ("DiffPiece", piece), ("StructureChange", structure),
            ("BlockChange", change), ("Diff", diff),
        ]
    }

    private var counts: JSONValue {
        Schema.object(
            "How many came and went; what moved is neither.",
            [("added", Schema.number("Added.")), ("removed", Schema.number("Removed."))])
    }

    private var blockCounts: JSONValue {
        Schema.object(
            "How many blocks.",
            [
                ("added", Schema.number("Added.")), ("removed", Schema.number("Removed.")),
                ("changed", Schema.number("With other words, or of another kind.")), ("moved", Schema.number("Moved, changed or not.")),
            ])
    }

    private var range: JSONValue {
        Schema.object(
            "Bytes of a text as UTF-8: from `start` up to `end`; empty at the place where something is missing.",
            [("start", Schema.number("The first.")), ("end", Schema.number("The one behind the last."))])
    }

    private var piece: JSONValue {
        Schema.object(
            "A piece of a block: whole words, signs and white space. Without the inserted ones they are the old block, without the deleted ones the new one.",
            [
                ("kind", Schema.choice("Which text has it.", ["equal", "deleted", "inserted"])),
                ("role", Schema.choice("White space alone, where a link leads, or any text.", ["text", "space", "target"])),
                ("old", Schema.named("ByteRange")), ("new", Schema.named("ByteRange")),
                ("text", Schema.text("What came or went; left out of what is equal.")),
                (
                    "move",
                    Schema.number(
                        "The number of the move of a sentence, or of several: deleted where it stood, inserted where it stands; left out of all else. These numbers follow those of blocks.",
                        minimum: 1)
                ),
            ], optional: ["text", "move"])
    }

    private var structure: JSONValue {
        let any: JSONValue = ["type": ["string", "integer", "boolean", "array", "null"]]
        return Schema.object(
            "What changed besides words. `columns` gives the numbers, from 0, of columns that went and that came.",
            [("what", Schema.choice("What changed.", StructureJSON.names)), ("old", any), ("new", any)])
    }

    private var change: JSONValue {
        Schema.object(
            "What became of a block. What moved stands twice: as `moved-away`, without pieces, and as `moved`, both with the number of the move.",
            [
                ("kind", Schema.choice("What became of it.", ChangeJSON.kinds)),
                ("old", Schema.named("ByteRange")), ("new", Schema.named("ByteRange")),
                ("move", Schema.number("The number of the move; `null` where nothing moved.", isNullable: true, minimum: 1)),
                ("structure", Schema.list("What changed besides words.", of: Schema.named("StructureChange"))),
                ("pieces", Schema.list("The block in order.", of: Schema.named("DiffPiece"))),
            ])
    }

    private var diff: JSONValue {
        Schema.object(
            "The difference of two revisions.",
            Schema.path("The page's path today, or its last.") + [
                ("from", Schema.namedOrNull("Revision")), ("to", Schema.named("Revision")),
                ("ignores_space", Schema.flag("Whether white space was ignored.")),
                ("words", Schema.named("Counts")), ("blocks", Schema.named("BlockCounts")),
                ("moves", Schema.number("How many runs of blocks moved together.")),
                ("sentence_moves", Schema.number("How many runs of sentences moved together, inside a block or from one to another.")),
                ("notes", Schema.list("Notes.", of: Schema.choice("What to know besides.", DiffJSON.notes))),
                (
                    "changes",
                    Schema.list("What changed, in the order of reading; unchanged blocks are left out.", of: Schema.named("BlockChange"))
                ),
            ], optional: ["path_encoded"])
    }
}
