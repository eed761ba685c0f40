import Markup
import Testing

@testable import Presentation

/// The strict check passes on our own theme and finds what it is there to find.
struct TemplateAuditTests {
    private func problems(_ template: String, fields: [String: TemplateValue] = ["a": .text(raw: "x")], more: [String: String] = [:]) throws
        -> [String]
    {
        TemplateAudit.problems(in: more.merging(["t": template]) { $1 }, words: try SampleShelf.words(), samples: ["t": [fields]])
    }

    @Test func ourThemeIsSound() throws {
        let theme = try SampleShelf.theme()
        let samples = try SampleShelf.screens()
        var fields: [String: [[String: TemplateValue]]] = [:]
        for sample in samples.all {
            fields[type(of: sample.screen).template, default: []].append(sample.screen.fields)
            fields["layout", default: []].append(theme.layoutFields(sample.layout, main: SafeHTML(trusted: "x"), scripts: []))
        }
        // What only a static site has.
        var apart = samples.fullLayout
        (apart.sidebar, apart.writtenTree) = (nil, SafeHTML(trusted: "<ul></ul>"))
        let colophon: TemplateValue = .text(raw: "-/colophon.html")
        fields["layout", default: []].append(
            theme.layoutFields(apart, main: SafeHTML(trusted: "x"), scripts: []).merging(["colophonHref": colophon]) { $1 })
        let address: TemplateValue = .text(raw: "/x")
        fields["layout", default: []].append(["mathScript": address, "mathStyle": address])
        fields[EditPreview.template] = [SampleScreens(context: samples.context).preview.fields]
        fields[FeedView.template] = [samples.feed.fields]
        fields[MovedView.template] = [samples.moved.fields]
        fields.merge(SampleBook(context: samples.context).fields) { $1 }
        #expect(TemplateAudit.problems(of: theme, words: samples.context.words, samples: fields) == [])
    }

    @Test func everyTemplateIsNeeded() throws {
        let sources = try SampleShelf.theme().sources
        var used = Set(try SampleShelf.screens().all.map { type(of: $0.screen).template }).union(["layout", "feed", "preview", "moved"])
        used.formUnion(SampleBook(context: try SampleShelf.context()).fields.keys)
        for source in sources.values {
            for tag in TemplateTag.tags(in: source) { if case .partial = tag.kind { used.insert(tag.name) } }
        }
        #expect(Set(sources.keys).subtracting(used) == [])
    }

    @Test(arguments: ["{{a}}", "{{&a}}", "{{=<% %>=}}", "{{<t}}{{/t}}", "{{$a}}{{/a}}", "{{{first(a)}}}", "{{"]) func looseTagsAreForbidden(
        template: String
    ) throws {
        #expect(try problems(template).contains { $0.contains("not allowed") })
    }

    @Test func slipsAreFound() throws {
        #expect(try problems("{{{b}}}") == ["t.mustache:1: nothing is named 'b'"])
        #expect(try problems("\n{{> gone}}") == ["t.mustache:2: no template is named 'gone'"])
        #expect(try problems("  {{> p}}", more: ["p": ""]) == ["t.mustache:1: the partial 'p' is indented"])
        #expect(try problems("{{#a}}") == ["t.mustache: 'a' is not closed"])
        #expect(try problems("{{#a}}{{/b}}") == ["t.mustache:1: 'b' closes 'a'"])
        #expect(try problems("{{{say.nobody.says}}}") == ["t.mustache:1: no phrase is named 'nobody.says'"])
        #expect(try problems("{{{say.attach.limit}}}") == ["t.mustache:1: the phrase 'attach.limit' needs values, so a view must say it"])
        #expect(try problems("{{{a}}}", fields: ["a": .flag(true)]) == ["t.mustache:1: 'a' is no text"])
        #expect(try problems("{{#a}}{{/a}}", fields: ["a": .absent]) == ["t.mustache:1 'a': no sample fills this section"])
        #expect(
            try problems("{{#a}}{{{b}}}{{/a}}", fields: ["a": .list([.view(["c": .number(1)])])]) == ["t.mustache:1: nothing is named 'b'"])
    }
}
