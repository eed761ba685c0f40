import Synchronization
import Testing
import WebServer
import WikiCore

@testable import StemmaCommand

@Suite("How far long work has come")
struct ProgressTests {
    private func text(_ done: Int, of total: Int, since: Int? = nil, in elapsed: Duration, unit: String? = "pages") -> ProgressText {
        ProgressText(
            progress: WorkProgress(word: "Setting pages", unit: unit, done: done, total: total), sinceStart: since ?? done, elapsed: elapsed
        )
    }

    private func spaced(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }

    @Test func aLineTellsRateAndTimeLeft() {
        let line = spaced(text(3_680, of: 20_000, in: .seconds(2)).line)
        #expect(line == "Setting pages  ━━━━━╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌  3 680 of 20 000  1 840 pages/s  9 s left")
        #expect(spaced(text(3_680, of: 20_000, in: .seconds(2)).plain) == "Setting pages: 3 680 of 20 000, 1 840 pages/s, 9 s left")
    }

    @Test func aRateWaitsUntilItSaysSomething() {
        #expect(text(50, of: 100, in: .milliseconds(900)).plain == "Setting pages: 50 of 100")
        #expect(text(50, of: 100, since: 0, in: .seconds(9)).plain == "Setting pages: 50 of 100", "what was there before says nothing")
        #expect(text(50, of: 100, since: 40, in: .seconds(20)).plain == "Setting pages: 50 of 100, 2.0 pages/s, 25 s left")
    }

    @Test func theTimeLeftFitsItsSize() {
        func left(_ seconds: Int) -> String? {
            text(1, of: seconds + 1, in: .seconds(1), unit: nil).plain.split(separator: ", ").last.map(String.init)
        }
        #expect(left(99) == "99 s left" && left(100) == "2 min left" && left(5_400) == "90 min left" && left(7_500) == "2 h 5 min left")
        #expect(text(100, of: 100, in: .seconds(10)).plain == "Setting pages: 100 of 100, 10 pages/s")
    }

    @Test func workOfWhichNobodyKnowsHowMuchItIsHasNoBar() {
        #expect(spaced(text(1_234, of: 0, in: .seconds(2)).line) == "Setting pages  1 234  617 pages/s")
    }

    @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1 000"), (20_000, "20 000"), (1_234_567, "1 234 567"), (-1_000, "-1 000")])
    func numbersAreGrouped(number: Int, shown: String) {
        #expect(spaced(ProgressText.grouped(number)) == shown)
    }

    // MARK: Where it is written

    /// What was written, under a clock that a test sets.
    private final class Desk: Sendable {
        private let state = Mutex((time: Duration.zero, lines: [String]()))
        var lines: [String] { state.withLock { $0.lines } }
        func advance(by time: Duration) { state.withLock { $0.time += time } }
        func line(isTerminal: Bool) -> ProgressLine {
            ProgressLine(isTerminal: isTerminal, clock: MonotonicClock { self.state.withLock { $0.time } }) { text in
                self.state.withLock { $0.lines.append(text) }
            }
        }
    }

    @Test func aFileIsToldEachTenth() {
        let desk = Desk()
        let line = desk.line(isTerminal: false)
        for done in 0...2_000 {
            line.show(IndexProgress(stage: .texts, done: done, total: 2_000))
            desk.advance(by: .milliseconds(1))
        }
        line.finish()
        #expect(desk.lines.count == 11)
        #expect(desk.lines.first.map(spaced) == "Reading pages: 0 of 2 000\n")
        #expect(desk.lines.last.map(spaced) == "Reading pages: 2 000 of 2 000, 1 000 pages/s\n")
        let small = Desk()
        for done in 0...900 { small.line(isTerminal: false).show(IndexProgress(stage: .texts, done: done, total: 900)) }
        #expect(small.lines == [])
    }

    @Test func aTerminalIsWrittenToTenTimesASecond() {
        let desk = Desk()
        let line = desk.line(isTerminal: true)
        for done in 0...10_000 {
            line.show(ExportProgress(done: done, total: 10_000, word: "pages"))
            desk.advance(by: .microseconds(100))
        }
        #expect(desk.lines.count == 11)
        #expect(desk.lines.allSatisfy { $0.hasPrefix("\r\u{1B}[2KSetting pages  ") })
        line.finish()
        line.finish()
        #expect(desk.lines.count == 12 && desk.lines.last == "\r\u{1B}[2K")
    }

    @Test func otherWorkBeginsAnew() {
        let desk = Desk()
        let line = desk.line(isTerminal: true)
        line.show(ExportProgress(done: 500, total: 1_000, word: "pages"))
        desk.advance(by: .seconds(10))
        line.show(ExportProgress(done: 1, total: 1_000, word: "files"))
        #expect(desk.lines.last.map(spaced)?.hasSuffix("1 of 1 000") == true, "the rate of the pages says nothing of the files")
    }
}
