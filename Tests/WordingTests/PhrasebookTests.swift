import Testing

@testable import Wording

/// Phrases take their values, choose their plural, and fall back.
struct PhrasebookTests {
    private let shelf: PhrasebookShelf

    init() throws {
        shelf = try PhrasebookShelf(yaml: [
            "en": """
            save: {merged: "{name} saved too; {place} stays.", no: "No"}
            edits: {one: "{count} edit", other: "{count} edits"}
            only: "Only here"
            odd: "a { b } {c d} {"
            """,
            "de":
                "save: {merged: '{name} hat auch gespeichert; {place} bleibt.'}\nedits: {one: '{count} Bearbeitung', other: '{count} Bearbeitungen'}",
            "ru": "edits: {one: '{count} правка', few: '{count} правки', many: '{count} правок', other: '{count} правки'}",
        ])
    }

    @Test func valuesStandWhereTheirNamesDo() {
        #expect(shelf.book("en").text("save.merged", ["name": "Ada", "place": "x"]) == "Ada saved too; x stays.")
        #expect(shelf.book("de").text("save.merged", ["name": "{place}", "place": "x"]) == "{place} hat auch gespeichert; x bleibt.")
        #expect(shelf.book("en").text("save.merged", ["name": "Ada"]) == "Ada saved too; {place} stays.")
    }

    @Test func bracesWithoutANameAreWords() {
        #expect(shelf.book("en").text("odd") == "a { b } {c d} {")
    }

    @Test func keysThatLookLikeTruthAreWords() {
        #expect(shelf.book("en").text("save.no") == "No")
    }

    @Test(arguments: [
        ("en", 1, "1 edit"), ("en", 0, "0 edits"), ("en", 9043, "9\u{202F}043 edits"), ("ru", 22, "22 правки"), ("ru", 11, "11 правок"),
    ])
    func theCountChoosesTheForm(language: String, count: Int, text: String) {
        #expect(shelf.book(language).text("edits", ["count": .number(count)]) == text)
    }

    @Test func whatALanguageLacksIsEnglish() {
        #expect(shelf.book("de").text("only") == "Only here")
        #expect(shelf.book("ru").text("save.merged", ["name": "A", "place": "B"]) == "A saved too; B stays.")
        #expect(shelf.book("xx").language == "en")
    }

    @Test func aKeyThatNobodyHasShowsItself() {
        #expect(shelf.book("de").text("save.gone") == "save.gone")
        #expect(!shelf.book("de").has("save.gone"))
    }

    @Test func anEmptyOrBrokenFileIsToldApart() {
        #expect(throws: WordingError.self) { try PhrasebookShelf(yaml: ["en": ""]) }
        #expect(throws: WordingError.self) { try PhrasebookShelf(yaml: ["en": "a: [1, 2]"]) }
        #expect(throws: WordingError.noLocales(folder: "/nowhere")) { try PhrasebookShelf(folder: "/nowhere") }
    }
}
