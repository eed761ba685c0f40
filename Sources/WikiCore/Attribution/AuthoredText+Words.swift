import Prose

extension AuthoredText {
    /// How many words each origin has in the text. Linear.
    func words() -> [Origin: Int] {
        var result: [Origin: Int] = [:]
        forEachRun { range, origin in result[origin, default: 0] += Self.words(text, range) }
        return result
    }

    /// How many words one origin has in the text. Cost: the number of runs, and the bytes of its own.
    func words(of origin: Origin) -> Int {
        var result = 0
        forEachRun { range, other in if other == origin { result += Self.words(text, range) } }
        return result
    }

    /// Calls back for each run with its bytes, in order.
    func forEachRun(_ body: (Range<Int>, Origin) -> Void) {
        var start = 0
        for run in runs {
            let end = min(text.count, start + max(0, run.length))
            body(start..<end, run.origin)
            start = end
        }
    }

    private static func words(_ text: [UInt8], _ range: Range<Int>) -> Int {
        Tokens(text, in: range).list.reduce(0) { $0 + ($1.kind == .word ? 1 : 0) }
    }
}
