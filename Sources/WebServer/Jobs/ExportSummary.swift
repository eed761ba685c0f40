package import Git

/// What came of an export.
package struct ExportSummary: Sendable, Hashable {
    /// The commit that it shows.
    package let commit: ObjectID?
    /// How many pages it holds, or chapters.
    package let pages: Int
    /// How many files were written.
    package let written: Int
    /// How many files were removed.
    package let removed: Int
    /// How many things are wrong in it, such as broken links.
    package let problemCount: Int
    /// The first of them.
    package let problems: [ExportProblem]

    /// How many problems are kept.
    package static let problemLimit = 20

    /// - Parameter problems: what is wrong in it; the first of them are kept.
    package init(commit: ObjectID?, pages: Int, written: Int, removed: Int = 0, problems: [ExportProblem] = []) {
        self.commit = commit
        self.pages = pages
        self.written = written
        self.removed = removed
        problemCount = problems.count
        self.problems = Array(problems.prefix(Self.problemLimit))
    }
}
