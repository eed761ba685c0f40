/// Something that is measured on its own.
protocol BenchmarkPart: Sendable {
    /// The word that selects it.
    var name: String { get }
    /// What it measures, in a line.
    var purpose: String { get }
    func measure(_ bench: Bench) throws -> Findings
}

/// All parts, in the order in which they run.
let allParts: [any BenchmarkPart] = [
    InitPart(), StartPart(), ViewPart(), ReadPart(), SavePart(), AuthorsPart(), DiffsPart(), WalkPart(), CrawlPart(), ClonePart(),
    PushPart(), LoginPart(), MemoryPart(), ExportPart(),
]
