import Testing

@Suite("Files and functions stay small")
struct SizeTests {
    @Test func noFileIsOver400Lines() {
        Violation.expectNone(
            Project.sources.filter { $0.lineCount > 400 }.map {
                $0.violation($0.lineCount, "the file has \(String($0.lineCount)) lines; split it by nouns before it passes 400")
            })
    }

    @Test func noFunctionIsOver50Lines() {
        Violation.expectNone(Project.sources.flatMap(longFunctions))
    }

    private func longFunctions(in source: SwiftSource) -> [Violation] {
        source.bodies.filter { $0.isFunction && $0.length > 50 }.map {
            source.violation($0.open, "\($0.keyword) \($0.name) spans \($0.length) lines; split it before it passes 50")
        }
    }
}
