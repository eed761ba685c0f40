import StaticExport
import Testing

@Test func theDepthsOfAHistoryAreNamedAsTheCommandTakesThem() {
    #expect(HistoryDepth.allCases.map(\.rawValue) == ["none", "recent", "full"])
}
