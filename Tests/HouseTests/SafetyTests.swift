import Testing

@Suite("Nothing that input can reach may trap")
struct SafetyTests {
    @Test func productHoldsNoTraps() {
        Violation.expectNone(Project.sources.filter(\.isProduct).flatMap { $0.traps })
    }

    @Test func uncheckedConcurrencyIsExplained() {
        Violation.expectNone(Project.sources.flatMap { $0.unexplainedConcurrency })
    }
}

extension SwiftSource {
    /// Places that stop the process instead of telling of an error.
    var traps: [Violation] {
        let words = tokens.indices.compactMap { index -> Violation? in
            let token = tokens[index]
            guard index + 1 < tokens.count, tokens[index + 1].isAttached else { return nil }
            switch (token.text, tokens[index + 1].text) {
            case ("try", "!"): return violation(token.line, "try! traps; catch the error or pass it on")
            case ("as", "!"): return violation(token.line, "as! traps; use as? and say what else")
            case ("fatalError", "("), ("preconditionFailure", "("):
                return violation(token.line, "\(token.text) stops the server; throw an error")
            default: return nil
            }
        }
        return words + forceUnwraps.map { violation($0, "a force unwrap traps; use guard let, or ?? with a value that is right") }
    }

    /// The lines on which a `!` follows a value or a type directly.
    var forceUnwraps: [Int] {
        var line = 1
        return code.indices.dropFirst().compactMap { index in
            if code[index - 1] == UInt8(ascii: "\n") { line += 1 }
            guard code[index] == UInt8(ascii: "!") else { return nil }
            if index + 1 < code.count, code[index + 1] == UInt8(ascii: "=") { return nil }
            let before = code[index - 1]
            guard SwiftToken.isWord(before) || ")]}\"?>".utf8.contains(before) else { return nil }
            return ["try", "as"].contains(word(endingAt: index)) ? nil : line
        }
    }

    /// Uses of `@unchecked Sendable` and `nonisolated(unsafe)` that nothing explains.
    var unexplainedConcurrency: [Violation] {
        tokens.indices.compactMap { index in
            let texts = tokens[index...].prefix(4).map(\.text)
            let isUnchecked = texts.starts(with: ["@", "unchecked", "Sendable"])
            guard isUnchecked || texts == ["nonisolated", "(", "unsafe", ")"] else { return nil }
            let line = tokens[index].line
            guard comments[line] == nil, comments[lineAbove(line)] == nil else { return nil }
            return violation(line, "say in a comment beside it what protects this")
        }
    }

    /// The nearest line above that is more than attributes.
    func lineAbove(_ line: Int) -> Int {
        let lines = codeLines
        var above = line - 1
        while above > 0, comments[above] == nil, lines[above - 1].drop(while: { $0 == " " }).hasPrefix("@") { above -= 1 }
        return above
    }

    private func word(endingAt end: Int) -> String {
        let start = code[..<end].lastIndex { !SwiftToken.isWord($0) }.map { $0 + 1 } ?? 0
        return String(decoding: code[start..<end], as: UTF8.self)
    }
}
