import Markup
import Testing
import Wording

@testable import Presentation

/// Templates write what Mustache's specification says, as far as they go.
struct TemplateTests {
    private func written(_ template: String, _ fields: [String: TemplateValue], more: [String: String] = [:]) throws -> String {
        var sources = [try TemplateText(name: "t", text: template)]
        for (name, text) in more { sources.append(try TemplateText(name: name, text: text)) }
        return String(decoding: try TemplateSet(sources, words: try SampleShelf.words()).written("t", fields), as: UTF8.self)
    }

    @Test func valuesStandWhereTheyAreNamed() throws {
        let fields: [String: TemplateValue] = [
            "text": .text(raw: "a<b"), "html": .html(SafeHTML(trusted: "<b>")), "number": .number(0), "none": .absent, "flag": .flag(true),
        ]
        #expect(try written("{{{text}}}|{{{html}}}|{{{number}}}|{{{none}}}|{{{flag}}}|{{{unknown}}}|", fields) == "a&lt;b|<b>|0||||")
    }

    @Test func sectionsAreWrittenForWhatThereIs() throws {
        let some: [String: TemplateValue] = [
            "text": .text(raw: "x"), "number": .number(0), "flag": .flag(true), "view": .view([:]), "list": .list([.number(1), .number(2)]),
        ]
        for (name, times) in [("text", 1), ("number", 1), ("flag", 1), ("view", 1), ("list", 2)] {
            #expect(try written("{{#\(name)}}y{{/\(name)}}{{^\(name)}}n{{/\(name)}}", some) == String(repeating: "y", count: times))
        }
        let nothing: [String: TemplateValue] = [
            "text": .text(raw: ""), "flag": .flag(false), "list": .list([]), "html": .html(.empty), "absent": .absent,
        ]
        for name in nothing.keys.sorted() + ["unknown"] {
            #expect(try written("{{#\(name)}}y{{/\(name)}}{{^\(name)}}n{{/\(name)}}", nothing) == "n", "\(name)")
        }
    }

    @Test func namesAreLookedUpFromTheInside() throws {
        let inner: TemplateValue = .view(["name": .text(raw: "inner"), "hidden": .absent])
        let fields: [String: TemplateValue] = [
            "name": .text(raw: "outer"), "hidden": .text(raw: "shown"), "far": .text(raw: "far"), "view": inner, "again": .list([inner, inner]),
        ]
        #expect(try written("{{#view}}{{{name}}} {{{far}}}{{/view}} {{{name}}}", fields) == "inner far outer")
        #expect(try written("{{#view}}[{{{hidden}}}]{{/view}}{{{hidden}}}", fields) == "[]shown")
        #expect(try written("{{#again}}{{#name}}{{{far}}}{{/name}}{{/again}}", fields) == "farfar")
    }

    @Test func textsOfAListAreNamedByADot() throws {
        let fields: [String: TemplateValue] = ["marks": .list([.text(raw: "a"), .text(raw: "b")]), "one": .text(raw: "c")]
        #expect(try written("{{#marks}}<{{{.}}}>{{/marks}}{{#one}}({{{.}}}){{/one}}", fields) == "<a><b>(c)")
    }

    @Test func linesOfTagsAloneLeaveNothing() throws {
        let fields: [String: TemplateValue] = ["yes": .flag(true), "no": .flag(false), "name": .text(raw: "n")]
        #expect(try written("a\n  {{#yes}}\nb\n\t{{/yes}} \nc\n", fields) == "a\nb\nc\n")
        #expect(try written("a\r\n{{! why }}\r\nb", fields) == "a\r\nb")
        #expect(try written("{{#yes}}\n{{#yes}}\nx\n{{/yes}}\n{{/yes}}", fields) == "x\n")
        #expect(try written("{{^no}}x\n{{/no}}\n{{#yes}}\ny\n{{/yes}}\nz", fields) == "x\ny\nz")
        #expect(try written("a {{#yes}} b {{/yes}} c\n", fields) == "a  b  c\n")
        #expect(try written(" {{{name}}}\n", fields) == " n\n")
        #expect(try written("{{#yes}}{{/yes}}\n", fields) == "\n")
    }

    @Test func partialsSeeWhatTheirPlaceSees() throws {
        let tree: TemplateValue = .view(["name": .text(raw: "leaf"), "children": .list([])])
        let fields: [String: TemplateValue] = ["name": .text(raw: "root"), "children": .list([tree, tree])]
        let more = ["node": "<{{{name}}}{{#children}}{{> node}}{{/children}}>"]
        #expect(try written("{{> node}}\n|", fields, more: more) == "<root<leaf><leaf>>|")
        #expect(try written("x {{> node}} y", fields, more: more) == "x <root<leaf><leaf>> y")
    }

    @Test func phrasesAreWrittenInAndEscaped() throws {
        let words = try SampleShelf.words()
        #expect(
            try written("{{{say.nav.recent}}}{{#no}}{{{say.nav.pages}}}{{/no}}{{{say.nobody.says}}}", [:])
                == EscapedText(words.text("nav.recent")).string)
    }

    @Test(arguments: [
        ("a\n{{a}}", "line 2"), ("{{#a}}", "'a' is not closed"), ("{{/a}}", "closes nothing"), ("{{#a}}{{/b}}", "'b' closes nothing"),
        ("{{{a", "line 1"), ("{{=<% %>=}}", "not allowed"),
    ]) func whatCannotBeReadIsToldWithItsLine(template: String, reason: String) throws {
        let error = #expect(throws: ThemeError.self) { try TemplateText(name: "t", text: template) }
        #expect(error.map(String.init(describing:))?.contains(reason) == true)
    }
}
