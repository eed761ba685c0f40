import Testing

@Suite("Names say what a thing is")
struct NamingTests {
    @Test func noFileIsADrawer() {
        let vague = ["Utils", "Utilities", "Helper", "Manager", "Common", "Misc"]
        Violation.expectNone(
            Project.files.filter { $0.hasSuffix(".swift") }.compactMap { path in
                let name = (path.split(separator: "/").last ?? "").replacing("CommonMark", with: "")
                guard let word = vague.first(where: name.contains) else { return nil }
                return Violation(path: path, line: 1, advice: "“\(word)” says nothing; name the file after the one noun in it")
            })
    }

    @Test func noTypeIsNamedLikeItsModule() {
        Violation.expectNone(Project.sources.filter(\.isProduct).flatMap { $0.typesNamedLike(Set(Project.modules)) })
    }

    @Test func everySharedNameIsDocumented() {
        let protocols = ProtocolMembers(of: Project.sources.filter(\.isProduct))
        Violation.expectNone(Project.sources.filter(\.isProduct).flatMap { $0.undocumented(except: protocols.members(namedIn: $0)) })
    }
}

extension SwiftSource {
    /// Types whose name a module has.
    func typesNamedLike(_ modules: Set<String>) -> [Violation] {
        let kinds: Set<String> = ["struct", "class", "enum", "actor", "protocol", "typealias"]
        return zip(tokens, tokens.dropFirst()).filter { kinds.contains($0.text) && modules.contains($1.text) }.map { kind, name in
            violation(name.line, "\(kind.text) \(name.text) hides the module of that name; find it another")
        }
    }

    /// `package` and `public` declarations without a documentation comment. Initialisers, members of an
    /// enumeration, and what a protocol asks for explain themselves.
    /// - Parameter explained: names that a protocol documents, which the file's types fulfil.
    func undocumented(except explained: Set<String> = []) -> [Violation] {
        tokens.indices.compactMap { index in
            guard ["package", "public"].contains(tokens[index].text), let (kind, name) = declaration(after: index) else { return nil }
            let line = tokens[index].line
            let isKnown = explained.contains(name) || ProtocolMembers.ofLibraries.contains(name)
            let above = lineAbove(firstLine(ofRunAt: line))
            guard !isKnown, comments[above] != true, innermostKeyword(at: line) != "enum" else { return nil }
            return violation(line, "\(kind) \(name) is shared: say in a /// comment what it is for (units, errors, cost)")
        }
    }

    /// The first of the properties that stand on lines directly above, all of which one comment may cover.
    private func firstLine(ofRunAt line: Int) -> Int {
        let lines = codeLines
        func isProperty(_ line: Int) -> Bool {
            guard line > 0, line <= lines.count else { return false }
            let words = lines[line - 1].split(separator: " ").prefix(3)
            return words.count == 3 && ["package", "public"].contains(words[0]) && ["let", "var"].contains(words[1])
        }
        var first = line
        while isProperty(first), isProperty(first - 1) { first -= 1 }
        return first
    }

    private static let modifiers: Set<String> = [
        "static", "final", "mutating", "nonmutating", "override", "nonisolated", "indirect", "lazy", "weak", "unowned", "convenience",
        "required", "consuming", "borrowing", "distributed", "isolated", "private", "fileprivate", "internal", "unsafe", "set",
        "prefix", "postfix", "infix", "(", ")",
    ]
    private static let documentedKinds: Set<String> = ["func", "var", "let", "struct", "enum", "protocol", "class", "actor", "typealias"]

    /// The kind and name of what an access modifier introduces, if it is to be documented.
    private func declaration(after index: Int) -> (kind: String, name: String)? {
        var next = index + 1
        while next < tokens.count, Self.modifiers.contains(tokens[next].text) { next += 1 }
        guard next + 1 < tokens.count, Self.documentedKinds.contains(tokens[next].text) else { return nil }
        if tokens[next].text == "class", ["func", "var", "let"].contains(tokens[next + 1].text) { next += 1 }
        return next + 1 < tokens.count ? (tokens[next].text, tokens[next + 1].text) : nil
    }

    /// The keyword of the declaration directly around a line.
    private func innermostKeyword(at line: Int) -> String? {
        bodies.filter { $0.open < line && line <= $0.close }.max { $0.open < $1.open }?.keyword
    }
}
