import Prose

extension AuthoredText {
    /// Calls back for each run with its bytes, in order.
    func forEachRun(_ body: (Range<Int>, AuthoredRun) -> Void) {
        var start = 0
        for run in runs {
            body(start..<start + run.length, run)
            start += run.length
        }
    }
}
