import HTTPTypes

/// The people who edit.
extension APIDescription {
    var peopleOperations: [(String, DescribedOperation)] { [("/people", listPeople), ("/people/{name}", getPerson)] }

    private var listPeople: DescribedOperation {
        DescribedOperation(
            method: .get, id: "listPeople", tag: "People", summary: "List everyone who edited, in the order of their last edit",
            parameters: [Self.after, Self.limit],
            answers: [Answer(status: 200, description: "A part of the list.", schema: "People", headers: Self.tag)],
            refusals: [400])
    }

    private var getPerson: DescribedOperation {
        DescribedOperation(
            method: .get, id: "getPerson", tag: "People", summary: "Read what there is to count of somebody's work",
            parameters: [
                Parameter(name: "name", isPath: true, schema: ["type": "string"], description: "The person's `id`, percent-encoded.")
            ],
            answers: [Answer(status: 200, description: "The person.", schema: "Person", headers: Self.tag)], refusals: [400, 404, 503])
    }

    var peopleSchemas: [(String, JSONValue)] {
        let facts = [
            ("id", Schema.text("What addresses call the person: the account's name, else the name, with a suffix where two share it.")),
            ("name", Schema.text("The name shown.")),
            ("account", Schema.text("The account; `null` where no account is credited.", isNullable: true)),
            ("confirmed", Schema.flag("False while nobody has confirmed whose work it is.")),
            ("edits", Schema.number("How many commits that changed something are theirs.")),
            ("first", Schema.text("When they edited first.", format: "date-time")),
            ("last", Schema.text("When they edited last.", format: "date-time")),
            ("url", Schema.text("The person's page for people.", format: "uri-reference")),
        ]
        let words = Schema.object(
            "How many words.",
            [
                ("written", Schema.number("How many they wrote.")), ("living", Schema.number("How many of these stand today.")),
                ("counted", Schema.flag("False while some of their pages are not counted yet.")),
            ])
        let page = Schema.object(
            "A page with what is theirs of it.",
            Schema.path("The page's path.") + [
                ("title", Schema.text("What it is called.")), ("edits", Schema.number("In how many of its revisions.")),
                ("words", Schema.number("How many of their words stand there.")),
            ], optional: ["path_encoded"])
        let person = Schema.object(
            "Somebody who edited.",
            facts + [
                ("page_count", Schema.number("How many living pages they edited.")), ("words", Schema.named("PersonWords")),
                ("pages", Schema.list("The pages where most of it stands.", of: Schema.named("PersonPage"))),
            ])
        return [
            ("PersonEntry", Schema.object("Somebody in a list.", facts)), ("PersonWords", words), ("PersonPage", page), ("Person", person),
            ("People", Self.listing("People, who edited last first.", "people", of: "PersonEntry")),
        ]
    }
}
