package import Wording

/// Reads templates strictly where the library is lenient: every name, phrase and partial must exist, and nothing may be written in a
/// way that escapes badly or changes the text of a form.
///
/// The names come from samples of the views. A section is checked with every sample that fills it; one that no sample fills is
/// reported too, since it could not be checked.
package struct TemplateAudit {
    private let sources: [String: String]
    private let words: Phrasebook
    private var problems: Set<String> = []
    private var unfilled: Set<String> = []
    private var filled: Set<String> = []
    private var chain: [String] = []

    private init(_ sources: [String: String], words: Phrasebook) {
        self.sources = sources
        self.words = words
    }

    /// All problems of the templates that the samples need, sorted; empty is what a test wants.
    ///
    /// - Parameter samples: the fields by template name; `layout` takes those of the layout and of its assets.
    package static func problems(of theme: Theme, words: Phrasebook, samples: [String: [[String: TemplateValue]]]) -> [String] {
        problems(in: theme.sources, words: words, samples: samples)
    }

    static func problems(in sources: [String: String], words: Phrasebook, samples: [String: [[String: TemplateValue]]]) -> [String] {
        var audit = TemplateAudit(sources, words: words)
        for (name, fields) in samples { audit.check(name, scopes: [TemplateSchema(fields)], from: "samples") }
        return audit.problems.union(audit.unfilled.subtracting(audit.filled).map { "\($0): no sample fills this section" }).sorted()
    }

    private mutating func check(_ name: String, scopes: [TemplateSchema], from place: String) {
        guard let source = sources[name] else {
            problems.insert("\(place): no template is named '\(name)'")
            return
        }
        // A template that includes itself, such as a tree, is checked at two levels.
        guard chain.filter({ $0 == name }).count < 2 else { return }
        chain.append(name)
        var tags = TemplateTag.tags(in: source)[...]
        walk(&tags, scopes: scopes, template: name, section: nil)
        chain.removeLast()
    }

    private mutating func walk(_ tags: inout ArraySlice<TemplateTag>, scopes: [TemplateSchema], template: String, section: String?) {
        while let tag = tags.popFirst() {
            let place = "\(template).mustache:\(tag.line)"
            switch tag.kind {
            case .comment: continue
            case .forbidden: problems.insert("\(place): '{{\(tag.name)}}' is not allowed, write {{{name}}}")
            case .value: checkValue(tag.name, scopes: scopes, place: place)
            case .partial(let isIndented):
                if isIndented { problems.insert("\(place): the partial '\(tag.name)' is indented") }
                check(tag.name, scopes: scopes, from: place)
            case .section:
                if let inner = inner(tag.name, scopes: scopes, place: place) {
                    walk(&tags, scopes: inner, template: template, section: tag.name)
                } else {
                    skip(&tags)
                }
            case .inverted:
                if value(tag.name, in: scopes) == nil { problems.insert("\(place): nothing is named '\(tag.name)'") }
                walk(&tags, scopes: scopes, template: template, section: tag.name)
            case .close:
                if tag.name != section { problems.insert("\(place): '\(tag.name)' closes '\(section ?? "nothing")'") }
                return
            }
        }
        if let section { problems.insert("\(template).mustache: '\(section)' is not closed") }
    }

    private mutating func checkValue(_ name: String, scopes: [TemplateSchema], place: String) {
        if name == "." { return }
        if name.hasPrefix("say.") {
            let key = String(name.dropFirst(4))
            if !words.has(key) { problems.insert("\(place): no phrase is named '\(key)'") }
            if words.pieces(key).contains(where: { if case .value = $0 { true } else { false } }) {
                problems.insert("\(place): the phrase '\(key)' needs values, so a view must say it")
            }
            return
        }
        switch value(name, in: scopes) {
        case nil: problems.insert("\(place): nothing is named '\(name)'")
        case .flag, .list, .view: problems.insert("\(place): '\(name)' is no text")
        case .text, .html, .number, .absent: break
        }
    }

    /// The scopes inside a section; nil where this sample leaves it out.
    private mutating func inner(_ name: String, scopes: [TemplateSchema], place: String) -> [TemplateSchema]? {
        let section = "\(place) '\(name)'"
        switch value(name, in: scopes) {
        case nil:
            problems.insert("\(place): nothing is named '\(name)'")
            return nil
        case .absent:
            unfilled.insert(section)
            return nil
        case .view(let fields):
            filled.insert(section)
            return scopes + [TemplateSchema([fields])]
        case .list(let list) where list.isEmpty:
            unfilled.insert(section)
            return nil
        case .list(let list):
            filled.insert(section)
            return scopes + [TemplateSchema.element(of: list)].compactMap { $0 }
        case .text, .html, .number, .flag:
            filled.insert(section)
            return scopes
        }
    }

    /// Passes over the body of a section.
    private func skip(_ tags: inout ArraySlice<TemplateTag>) {
        var depth = 1
        while depth > 0, let tag = tags.popFirst() {
            switch tag.kind {
            case .section, .inverted: depth += 1
            case .close: depth -= 1
            default: break
            }
        }
    }

    private func value(_ name: String, in scopes: [TemplateSchema]) -> TemplateValue? {
        for scope in scopes.reversed() {
            if let value = scope.fields[name] { return value }
        }
        return nil
    }
}
