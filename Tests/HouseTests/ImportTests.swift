import Testing

@Suite("Imports follow the table")
struct ImportTests {
    @Test func everyImportIsInTheTable() {
        Violation.expectNone(Project.sources.flatMap(violations))
    }

    @Test func everyModuleIsInTheTable() {
        let strangers = Project.modules.filter { ImportTable.rows[$0] == nil }
        Violation.expectNone(
            strangers.map { name in
                Violation(
                    path: "Sources/\(name)", line: 1, advice: "give the module a row in ImportTable.swift and in Wiki/Architecture.md")
            })
    }

    @Test func noModuleIsAnEmptyShell() {
        let shells = Project.modules.filter { module in
            let files = Project.files.filter { $0.hasPrefix("Sources/\(module)/") }
            let isC = files.contains { $0.hasSuffix(".modulemap") || $0.hasSuffix(".h") }
            let declares = Project.sources.contains { $0.isProduct && $0.module == module && !$0.bodies.isEmpty }
            return !isC && !declares
        }
        Violation.expectNone(shells.map { Violation(path: "Sources/\($0)", line: 1, advice: "fill the module or remove it") })
    }

    private func violations(in source: SwiftSource) -> [Violation] {
        guard let folder = source.module else { return [] }
        let allowed = ImportTable.allowed(isProduct: source.isProduct, folder: folder)
        return source.imports.compactMap { line, name in
            if name == "Foundation" && ImportTable.foundationFolders.contains(where: source.path.contains) { return nil }
            guard let allowed else { return source.violation(line, "\(folder) has no row in ImportTable.swift; give it one") }
            if allowed.contains(name) { return nil }
            return source.violation(line, "\(folder) may not import \(name); move the code to a module that may (Wiki/Architecture.md)")
        }
    }
}

extension SwiftSource {
    /// The top modules that the file imports, with their lines.
    var imports: [(line: Int, name: String)] {
        let kinds: Set<String> = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var", "actor"]
        return tokens.indices.compactMap { index in
            guard tokens[index].text == "import", index + 1 < tokens.count else { return nil }
            let next = tokens[index + 1]
            let isKind = kinds.contains(next.text) && index + 2 < tokens.count
            return (next.line, isKind ? tokens[index + 2].text : next.text)
        }
    }
}
