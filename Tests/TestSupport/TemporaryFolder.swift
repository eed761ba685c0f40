import Glibc

/// A new empty folder that goes, with all it holds, when the last reference to this goes.
package final class TemporaryFolder: Sendable {
    /// Its path, without a slash at the end.
    package let path: String

    /// Makes the folder, readable by its owner alone.
    package init() throws {
        var template = Array("/tmp/stemma-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw SystemFailure("mkdtemp") }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        _ = try? ChildProcess.run("/bin/rm", ["-rf", path])
    }
}

/// A system call that failed where a test needs it to work.
package struct SystemFailure: Error, CustomStringConvertible {
    /// What failed, and the system's reason.
    package let description: String

    /// Takes the reason from `errno`.
    package init(_ call: String) {
        description = "\(call): \(String(cString: strerror(errno)))"
    }
}
