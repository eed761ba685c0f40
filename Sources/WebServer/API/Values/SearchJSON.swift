import WikiCore

/// What a search found as JSON.
struct SearchJSON {
    let value: JSONValue

    init(_ hits: [SearchHit], next: ListCursor?) {
        value = ["results": .array(hits.map(Self.hit)), "next": .next(next)]
    }

    private static func hit(_ hit: SearchHit) -> JSONValue {
        .object(
            PathJSON(hit.page.path).members + [
                JSONMember(name: "title", value: .string(hit.page.title)),
                JSONMember(name: "excerpt", value: .array(pieces(hit.excerpt))),
            ])
    }

    /// The excerpt in runs; what was found stands between U+0001 and U+0002.
    private static func pieces(_ excerpt: String) -> [JSONValue] {
        var pieces: [JSONValue] = []
        var run = String.UnicodeScalarView()
        var isMatch = false
        func close() {
            if !run.isEmpty { pieces.append(["text": .string(String(run)), "match": .bool(isMatch)]) }
            run = String.UnicodeScalarView()
        }
        for scalar in excerpt.unicodeScalars {
            switch scalar {
            case "\u{1}", "\u{2}":
                close()
                isMatch = scalar == "\u{1}"
            default: run.append(scalar)
            }
        }
        close()
        return pieces
    }
}
