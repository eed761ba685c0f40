import Testing

/// One place that breaks a house rule, and what to do about it.
struct Violation: CustomStringConvertible, Equatable {
    /// The file, from the root of the repository.
    let path: String
    /// The line, counted from 1.
    let line: Int
    /// What is wrong and what to do.
    let advice: String

    var description: String { "\(path):\(line): \(advice)" }

    /// Fails the test that runs where there is any, with every place in one message.
    static func expectNone(_ violations: [Violation], sourceLocation: SourceLocation = #_sourceLocation) {
        guard !violations.isEmpty else { return }
        let list = violations.map(\.description).joined(separator: "\n")
        Issue.record("\(violations.count) place(s) break this rule:\n\(list)", sourceLocation: sourceLocation)
    }
}
