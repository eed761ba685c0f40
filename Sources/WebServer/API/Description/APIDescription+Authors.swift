import HTTPTypes

/// Who wrote which words.
extension APIDescription {
    var getAuthors: DescribedOperation {
        let revision: JSONValue = ["type": "string", "pattern": "^[0-9a-fA-F]{7,40}$"]
        return DescribedOperation(
            method: .get, id: "getAuthors", tag: "History", summary: "Tell who wrote which bytes of a page",
            description: """
                The spans cover the text without gap or overlap. Where the page's history is not followed yet, that is done first; where \
                it takes longer than a few seconds, the answer is 503, and later tries find more of it done.
                """,
            parameters: [
                Self.path, Parameter(name: "rev", schema: revision, description: "The revision whose text is meant; without it, today's."),
            ],
            answers: [Answer(status: 200, description: "The authors.", schema: "Authors", headers: Self.tag)],
            refusals: [400, 404, 422, 503])
    }

    var authorsSchemas: [(String, JSONValue)] {
        let author = Schema.object(
            "Somebody whose words stand in the text.",
            [
                ("name", Schema.text("The name.")),
                ("account", Schema.text("Their account; `null` where no account is credited.", isNullable: true)),
                ("confirmed", Schema.flag("False while nobody has confirmed whose some of these words are.")),
                ("tokens", Schema.number("How many words are theirs, rounded: co-authors share equally.")),
                ("share", Schema.share("The part of all words that is theirs")),
            ])
        let span = Schema.object(
            "Bytes that one commit wrote.",
            [
                ("start", Schema.number("The first byte of the Markdown, in UTF-8.")), ("end", Schema.number("Behind the last byte.")),
                ("revision", Schema.revision("The commit that first wrote them; `null` where it is not known.", isNullable: true)),
                ("contributor", Schema.number("Its author's place in `contributors`; `null` where it is not known.", isNullable: true)),
                (
                    "co_contributors",
                    Schema.list("Places of its co-authors; there where it has some.", of: ["type": "integer", "minimum": 0])
                ),
            ] + Schema.path("The page on which they were first written; there where it is another one.", name: "from"),
            optional: ["co_contributors", "from", "from_encoded"])
        let authors = Schema.object(
            "Who wrote a text.",
            Schema.path("The page's path today, or its last.") + [
                ("revision", Schema.revision("The revision whose text it is.")), ("tokens", Schema.number("How many words it has.")),
                ("contributors", Schema.list("Those with the most words first.", of: Schema.named("Author"))),
                ("spans", Schema.list("The text in order.", of: Schema.named("Span"))),
            ], optional: ["path_encoded"])
        return [("Author", author), ("Span", span), ("Authors", authors)]
    }
}
