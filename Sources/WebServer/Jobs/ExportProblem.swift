/// Something that is wrong in an export that was made all the same.
package struct ExportProblem: Sendable, Hashable {
    /// A wording key below `export.problem.`.
    package let code: String
    /// What the sentence names.
    package let values: [String: String]

    /// - Parameters:
    ///   - code: a wording key below `export.problem.`, such as `brokenLink`.
    ///   - values: what the sentence names.
    package init(_ code: String, _ values: [String: String] = [:]) {
        self.code = code
        self.values = values
    }
}
