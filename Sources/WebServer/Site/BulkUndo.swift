import Community
import Git
import Presentation
import WikiCore
import Wording

/// Takes many commits back, the newest first, each as an edit of its own: what applies is done, and what does not is told, so
/// that nobody's later words go along.
struct BulkUndo: Sendable {
    /// A commit that a person has to take back.
    struct Left: Sendable {
        let commit: CommitRecord
        /// Why, in a sentence.
        let reason: String
    }

    /// What came of it.
    struct Outcome: Sendable {
        /// How many were taken back.
        var undone = 0
        /// How many had nothing left to take back.
        var idle = 0
        /// Those that were not.
        var left: [Left] = []
    }

    /// The most commits at once.
    static let limit = 100

    let visit: Visit

    /// Takes commits back on behalf of who visits. A wiki that can't write at all is asked once.
    func run(_ commits: [CommitRecord]) async throws -> Outcome {
        let author = try visit.account.author(domain: visit.site.configuration.identity.domain)
        var outcome = Outcome()
        var rest = commits.sorted { $0.place > $1.place }.prefix(Self.limit)
        while let commit = rest.popFirst() {
            do {
                switch try await visit.submit(edit(commit, author)) {
                case .saved: outcome.undone += 1
                case .unchanged: outcome.idle += 1
                case .conflict: outcome.left.append(Left(commit: commit, reason: visit.site.words.text("edits.conflict")))
                }
            } catch WikiError.nothingToUndo {
                outcome.idle += 1
            } catch let error as WikiError {
                let reason = sentence(error)
                outcome.left.append(Left(commit: commit, reason: reason))
                guard Self.concernsAll(error) else { continue }
                outcome.left += rest.map { Left(commit: $0, reason: reason) }
                break
            }
        }
        return outcome
    }

    private func edit(_ commit: CommitRecord, _ author: EditAuthor) -> Edit {
        let summary = visit.site.summary("undo.summary", ["summary": commit.summary, "id": commit.id.short], cutting: "summary")
        return Edit(action: .undo(commit: commit.id), author: author, summary: summary, time: visit.site.wiki.now, editor: visit.editor)
    }

    private func sentence(_ error: WikiError) -> String {
        WikiProblem(error, words: visit.site.words).detail
            ?? visit.site.words.text(Self.concernsAll(error) ? "edits.busy" : "edits.refused")
    }

    /// Whether the next commit would hear the same.
    private static func concernsAll(_ error: WikiError) -> Bool {
        switch error {
        case .busy, .closing, .storage, .git, .servedByOther, .blocked, .loginNeeded: true
        default: false
        }
    }
}
