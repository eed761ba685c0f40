/// Why an export was not made.
package struct ExportFailure: Error, Sendable, Hashable {
    /// A wording key below `export.failure.`.
    package let code: String
    /// What the sentence names.
    package let values: [String: String]
    /// What the log shall know and nobody else.
    package let cause: String?

    /// - Parameters:
    ///   - code: a wording key below `export.failure.`, such as `foreignFolder`.
    ///   - values: what the sentence names.
    package init(_ code: String, _ values: [String: String] = [:], cause: String? = nil) {
        self.code = code
        self.values = values
        self.cause = cause
    }

    /// Whatever went wrong: what is no failure with a sentence of its own is for the log.
    package init(_ error: any Error) {
        self = error as? ExportFailure ?? ExportFailure("broken", cause: String(reflecting: error))
    }
}
