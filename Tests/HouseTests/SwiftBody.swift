/// The braces that belong to a declaration.
struct SwiftBody: Sendable, Equatable {
    /// The keyword: `func`, `init`, `struct`, `enum`…
    let keyword: String
    /// The name, for what has one.
    let name: String
    /// The line of the opening brace.
    let open: Int
    /// The line of the closing brace.
    let close: Int
    /// The keyword of the declaration directly around it; empty at the top.
    let around: String

    /// How many lines the braces span, both included.
    var length: Int { close - open + 1 }

    /// Whether it holds statements and not members.
    var isFunction: Bool { ["func", "init", "deinit", "subscript", "var"].contains(keyword) }

    private struct Pending {
        let keyword: String
        let name: String
        let parentheses: Int
        var line: Int
    }

    private struct Scope {
        let declaration: Pending?
        let open: Int
    }

    private static let keywords: Set<String> = [
        "func", "init", "deinit", "subscript", "var", "struct", "class", "enum", "actor", "protocol", "extension",
    ]

    /// All bodies, by where they end.
    static func all(in tokens: [SwiftToken]) -> [SwiftBody] {
        var bodies: [SwiftBody] = []
        var scopes: [Scope] = []
        var pending: Pending?
        var parentheses = 0
        for (index, token) in tokens.enumerated() {
            if let waiting = pending, waiting.keyword == "var", token.text == "=" || (token.line > waiting.line && token.text != "{") {
                pending = nil
            }
            switch token.text {
            case "(", "[": parentheses += 1
            case ")", "]": parentheses -= 1
            case "{":
                let isBody = pending?.parentheses == parentheses
                scopes.append(Scope(declaration: isBody ? pending : nil, open: token.line))
                if isBody { pending = nil }
            case "}":
                // The closure of a default argument ends inside the parentheses of what still waits for its body.
                if pending?.parentheses == parentheses { pending = nil }
                guard let scope = scopes.popLast(), let declaration = scope.declaration else { continue }
                let around = scopes.last { $0.declaration != nil }?.declaration?.keyword ?? ""
                bodies.append(
                    SwiftBody(
                        keyword: declaration.keyword, name: declaration.name, open: scope.open, close: token.line, around: around))
            case let word where keywords.contains(word) && declares(tokens, at: index):
                let name = index + 1 < tokens.count ? tokens[index + 1].text : ""
                pending = Pending(keyword: word, name: name, parentheses: parentheses, line: token.line)
            default: break
            }
        }
        return bodies
    }

    /// Whether the keyword begins a declaration: `.init(` does not, nor does the `class` of `class func`.
    private static func declares(_ tokens: [SwiftToken], at index: Int) -> Bool {
        let next = index + 1 < tokens.count ? tokens[index + 1].text : ""
        if index > 0, tokens[index - 1].text == "." { return false }
        if tokens[index].text == "class" && keywords.contains(next) { return false }
        return true
    }
}
