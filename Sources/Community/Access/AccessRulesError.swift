/// What is wrong with an access file.
package struct AccessRulesError: Error, Hashable, Sendable {
    /// The line, from 1; nil where the file as a whole is meant.
    package let line: Int?
    /// What is wrong there, as the rest of a sentence.
    package let reason: String

    init(line: Int? = nil, _ reason: String) {
        self.line = line
        self.reason = reason
    }
}
