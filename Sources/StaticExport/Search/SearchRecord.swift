import Git
import WikiCore

/// Everything that the index knows of one document's words: what its file of text holds. Its postings follow from it, so that a
/// changed page can be taken out of the index again.
struct SearchRecord: Sendable {
    /// The texts in which words count, by weight; the body as far as a file holds it.
    let title: String
    let headings: String
    let body: String
    /// The terms that are no words of these.
    let keys: [[UInt8]]
    /// What the page says of itself.
    let description: String
    /// What words behind the end of ``body`` count for, and how many they are.
    private(set) var rest: [(term: [UInt8], frequency: Int)] = []
    private(set) var restLength = 0

    /// Reads a document; linear in its size.
    init(_ document: SearchDocument) {
        let text = SearchText(
            title: document.title, path: document.path, headings: document.headings, tags: document.tags, body: document.body)
        title = text.title
        headings = text.headings
        body = Self.beginning(of: text.body)
        keys = SearchKeys.terms(of: document)
        description = String(document.description.unicodeScalars.prefix(300))
        if body.utf8.count < text.body.utf8.count { readRest(text.body) }
    }

    /// As much of a text as a file holds.
    private static func beginning(of text: String) -> String {
        guard text.utf8.count > SearchIndex.textLimit else { return text }
        return String(text.unicodeScalars.prefix(SearchIndex.textLimit))
    }

    /// Works out what the whole text has besides the beginning of it.
    private mutating func readRest(_ whole: String) {
        var counter = TermCounter()
        let part = counter.count(self, body: body)
        let all = counter.count(self, body: whole)
        let known = Dictionary(part.terms.map { ($0.term, $0.frequency) }) { first, _ in first }
        rest = all.terms.compactMap { entry in
            let further = entry.frequency - (known[entry.term] ?? 0)
            return further > 0 ? (Array(counter.table[entry.term]), further) : nil
        }
        restLength = all.length - part.length
    }

    /// Reads a file of text; nil where it is none.
    init?(script bytes: [UInt8]) {
        guard let rows = SearchScript(script: bytes)?.rows.map(SearchScript.unescaped), rows.count == 6 else { return nil }
        let space = UInt8(ascii: " ")
        title = String(decoding: rows[0], as: UTF8.self)
        headings = String(decoding: rows[1], as: UTF8.self)
        keys = rows[2].split(separator: space).map(Array.init)
        description = String(decoding: rows[3], as: UTF8.self)
        body = String(decoding: rows[4], as: UTF8.self)
        let further = rows[5].split(separator: space)
        guard let first = further.first, further.count % 2 == 1 else { return nil }
        guard let length = Int(String(decoding: first, as: UTF8.self)) else { return nil }
        restLength = length
        for place in stride(from: 1, to: further.count, by: 2) {
            guard let frequency = Int(String(decoding: further[place + 1], as: UTF8.self)) else { return nil }
            rest.append((Array(further[place]), frequency))
        }
    }

    /// The file of text, one line each.
    var script: SearchScript {
        let space = UInt8(ascii: " ")
        var script = SearchScript()
        script.append(title.utf8)
        script.append(headings.utf8)
        script.append(keys.joined(separator: [space]))
        script.append(description.utf8)
        script.append(body.utf8)
        script.append(Array(String(restLength).utf8) + rest.flatMap { [space] + $0.term + [space] + Array(String($0.frequency).utf8) })
        return script
    }
}
