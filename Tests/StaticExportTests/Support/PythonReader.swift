import TestSupport
import Testing

/// Reads what machines are offered with the readers of Python's own library, so that a mistake of our writers is not undone by
/// readers of ours.
enum PythonReader {
    /// Runs a script that finds the bytes in `data` and prints lines; a failure of the test where it fails.
    static func lines(_ script: String, of bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) throws -> [String] {
        let whole = "import json, sys\ndata = sys.stdin.buffer.read().decode('utf-8')\n" + script
        let outcome = try ChildProcess.run("/usr/bin/python3", ["-c", whole], input: bytes)
        #expect(outcome.status == 0, "\(outcome.error)", sourceLocation: sourceLocation)
        var lines = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }
}
