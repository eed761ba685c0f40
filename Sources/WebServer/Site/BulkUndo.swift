import Community
import Git
import Hummingbird
import Logging
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

    /// A commit that was taken back.
    struct Undone: Sendable {
        let commit: CommitRecord
        /// The commit that did it.
        let revision: ObjectID
    }

    /// What came of it.
    struct Outcome: Sendable {
        /// Those that were taken back.
        var undone: [Undone] = []
        /// Those of which nothing was left to take back.
        var idle: [CommitRecord] = []
        /// Those that were not.
        var left: [Left] = []
    }

    /// The most commits at once.
    static let limit = 100

    let visit: Visit

    /// Takes commits back on behalf of who visits. A wiki that can't write at all is asked once.
    /// - Parameter summary: the summary of each edit; without it each names what it takes back.
    func run(_ commits: [CommitRecord], summary: String? = nil) async throws -> Outcome {
        let author = try visit.account.author(domain: visit.site.configuration.identity.domain)
        var outcome = Outcome()
        var rest = commits.sorted { $0.place > $1.place }.prefix(Self.limit)
        while let commit = rest.popFirst() {
            guard !commit.isMerge else {
                outcome.left.append(Left(commit: commit, reason: visit.site.words.text("edits.merge")))
                continue
            }
            do {
                switch try await visit.submit(edit(commit, author, summary)) {
                case .saved(let saved): outcome.undone.append(Undone(commit: commit, revision: saved.revision))
                case .unchanged: outcome.idle.append(commit)
                case .conflict: outcome.left.append(Left(commit: commit, reason: visit.site.words.text("edits.conflict")))
                }
            } catch WikiError.nothingToUndo {
                outcome.idle.append(commit)
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

    /// The commits say what was taken back; the log says that it was one press.
    /// - Parameter subject: whose edits were asked for, where not single ones were.
    func note(_ outcome: Outcome, of count: Int, _ subject: ContributorHandle?) async {
        do {
            try await visit.site.members.audit.record(
                AuditEntry(
                    .editsUndone, by: visit.context.audit, target: subject?.auditText, detail: "\(outcome.undone.count)/\(count)"))
        } catch {
            visit.context.logger.error("the undoing of edits was not written down", metadata: ["cause": "\(error)"])
        }
    }

    private func edit(_ commit: CommitRecord, _ author: EditAuthor, _ summary: String?) -> Edit {
        let usual = visit.site.summary("undo.summary", ["summary": commit.summary, "id": commit.id.short], cutting: "summary")
        return Edit(
            action: .undo(commit: commit.id), author: author, summary: summary ?? usual, time: visit.site.wiki.now, editor: visit.editor)
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

extension ContributorHandle {
    /// The name, as far as the log takes it.
    fileprivate var auditText: String {
        switch self {
        case .account(let name), .name(let name): String(String.UnicodeScalarView(name.unicodeScalars.prefix(100)))
        }
    }
}
