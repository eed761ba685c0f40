import HTTPTypes
import WikiCore

/// Search, rendering, problems, and the description itself.
extension APIDescription {
    var otherOperations: [(String, DescribedOperation)] {
        [("/search", search), ("/render", render), ("/openapi.json", describe)]
    }

    private var search: DescribedOperation {
        DescribedOperation(
            method: .get, id: "search", tag: "Search", summary: "Find pages by their words, best first",
            parameters: [
                Parameter(
                    name: "q", isRequired: true, schema: ["type": "string", "minLength": 1, "maxLength": .int(limits.query)],
                    description: "Words, \"phrases\", `path:Folder`, `tag:name`; the last word may be unfinished."), Self.after, Self.limit,
            ],
            answers: [Answer(status: 200, description: "What was found.", schema: "SearchResults", headers: Self.tag)],
            refusals: [400, 503])
    }

    private var render: DescribedOperation {
        DescribedOperation(
            method: .post, id: "render", tag: "Markdown", summary: "Render a text without saving it",
            description: "A text that takes too long to render is shown as its source; `is_source` tells.", body: "RenderText",
            answers: [Answer(status: 200, description: "The article and what it holds.", schema: "Rendered")],
            refusals: [400, 403, 413, 415, 422, 503])
    }

    private var describe: DescribedOperation {
        DescribedOperation(
            method: .get, id: "getDescription", tag: "Markdown", summary: "This description",
            answers: [Answer(status: 200, description: "An OpenAPI document.", schema: "Description", headers: Self.tag)])
    }

    var otherSchemas: [(String, JSONValue)] {
        let piece = Schema.object(
            "A piece of an excerpt.", [("text", Schema.text("Its text.")), ("match", Schema.flag("Whether it is what was looked for."))])
        let hit = Schema.object(
            "A page that was found.",
            Schema.path("The page's path.") + [
                ("title", Schema.text("What it is called.")),
                ("excerpt", Schema.list("The text around, in pieces.", of: Schema.named("ExcerptPiece"))),
            ], optional: ["path_encoded"])
        let text = Schema.object(
            "A text to render.",
            [
                ("markdown", Schema.text("The text, \(limits.page) bytes at most.")),
                ("path", Schema.text("The page whose text it may become: links are looked up from there.", isNullable: true)),
            ], optional: ["path"], isOpen: false)
        return [
            ("ExcerptPiece", piece), ("SearchHit", hit),
            ("SearchResults", Self.listing("Pages, best first.", "results", of: "SearchHit")), ("RenderText", text),
            ("Description", Schema.object("An OpenAPI document.", [("openapi", Schema.text("Its version."))])),
        ] + renderedSchemas
    }

    private var renderedSchemas: [(String, JSONValue)] {
        let heading = Schema.object(
            "A heading.",
            [
                ("level", Schema.number("1 to 6.", minimum: 1, maximum: 6)), ("anchor", Schema.text("The fragment that leads to it.")),
                ("text", Schema.text("Its words.")),
            ])
        let link = Schema.object(
            "A link, image or embed.",
            [
                ("kind", Schema.choice("How it was written.", ["link", "wikilink", "image", "embed", "video", "audio"])),
                ("target", Schema.text("What it names.")), ("text", Schema.text("The words shown.")),
                ("to", Schema.choice("What stands there.", ["page", "file", "missing", "external"])),
                ("href", Schema.text("Where it leads; `null` where nowhere.", isNullable: true)),
            ])
        let rendered = Schema.object(
            "A rendered text.",
            [
                ("title", Schema.text("What the text calls itself.", isNullable: true)), ("html", Schema.text("The article, sanitised.")),
                ("headings", Schema.list("In order.", of: Schema.named("Heading"))),
                ("links", Schema.list("In order.", of: Schema.named("Link"))),
                ("is_source", Schema.flag("Whether the source is shown because it could not be rendered.")),
            ])
        return [("Heading", heading), ("Link", link), ("Rendered", rendered)]
    }

    var problemSchemas: [(String, JSONValue)] {
        let types = ProblemCode.allCases.map { JSONValue.string(problemType($0)) }
        let type: JSONValue = [
            "type": "string", "format": "uri-reference", "examples": .array(types),
            "description": "What kind of problem, by an address that stays the same; `examples` lists them.",
        ]
        let problem = Schema.object(
            "Why a request was refused (RFC 9457).",
            [
                ("type", type), ("title", Schema.text("The kind of problem in a few words.")),
                ("status", Schema.number("The status of the answer.", minimum: 400, maximum: 599)),
                ("detail", Schema.text("What happened this time, for a person.")),
                ("parameter", Schema.text("The parameter that is wrong.")), ("member", Schema.text("The member that is wrong.")),
                ("offset", Schema.number("The byte of the JSON where its first fault is.")),
                ("name", Schema.text("The member that the JSON names twice.")),
                ("limit", Schema.number("The bound that was exceeded.")),
                ("seconds", Schema.number("In how many seconds to try again.")),
            ] + Schema.path("What has this name already, or nearly.", name: "page"),
            optional: ["detail", "parameter", "member", "offset", "name", "limit", "seconds", "page", "page_encoded"])
        let texts = Schema.object(
            "Both texts of a conflict; they are missing where nothing is left to undo.",
            Schema.path("The page's path.") + [
                ("revision", Schema.revision("The `base` of the next try; `null` where the page is gone.", isNullable: true)),
                ("base", Schema.text("The text that the change began from.", isNullable: true)),
                ("yours", Schema.text("The text that was sent; `null` for a deletion.", isNullable: true)),
                ("theirs", Schema.text("The text that stands; `null` where the page is gone.", isNullable: true)),
                ("merged_with_markers", Schema.text("The merge as far as it goes, with git's markers.", isNullable: true)),
            ], optional: ["path", "path_encoded", "revision", "base", "yours", "theirs", "merged_with_markers"])
        return [("Problem", problem), ("Conflict", ["allOf": [Schema.named("Problem"), texts]])]
    }
}
