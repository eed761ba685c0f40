import Git
import Hummingbird
import Presentation
import Prose
import WikiCore
import Wording

/// Shows a conflict with all texts in hand: the same page whatever form it came from.
struct ConflictAnswer {
    let site: WikiSite
    let visit: Visit

    func answer(_ conflict: EditConflict, form: SaveForm?) async throws -> Response {
        let path = conflict.path
        let other = try await site.wiki.read { snapshot -> (title: String, author: String, time: Int64) in
            let found = try? snapshot.identity(of: path)
            let last = try found.flatMap { try snapshot.index.lastRevision(of: $0.id) }
            return (found?.title ?? PageTitle.fromName(path), last?.author ?? "", last?.time ?? 0)
        }
        guard let theirs = conflict.theirs, let yours = conflict.yours else { return try gone(conflict, title: other.title, form: form) }
        let places = try await site.wiki.read { _ in
            (list: conflict.merge.map { ConflictPlace.places(of: $0, in: site.context) } ?? [], marked: conflict.marked)
        }
        return try visit.answerForm(visit.layout(site.words.text("conflict.heading", ["title": .text(other.title)])), status: .conflict) {
            token in
            ConflictView(
                path: path.bytes, title: other.title, base: conflict.base ?? [], theirs: theirs, yours: yours, merged: places.marked,
                places: places.list, tip: conflict.revision?.hex ?? "", theirAuthor: other.author, theirSeconds: Int(other.time),
                save: visit.saveFields(token: token, form: form), in: visit.views)
        }
    }

    /// One side is no text: the page was deleted meanwhile, or an undo would delete what others built on.
    private func gone(_ conflict: EditConflict, title: String, form: SaveForm?) throws -> Response {
        let isDeleted = conflict.theirs == nil
        let detail = site.words.text(isDeleted ? "conflict.deleted" : "conflict.builtOn", ["title": .text(title)])
        return try visit.answerForm(visit.layout(site.words.text("conflict.heading", ["title": .text(title)])), status: .conflict) {
            token in
            EditView(
                path: conflict.path.bytes, title: title, subject: isDeleted ? .new : .page,
                markdown: conflict.yours ?? conflict.theirs ?? [],
                base: conflict.revision?.hex ?? "", save: visit.saveFields(token: token, form: form),
                problem: ProblemView(.pageChanged, detail: detail, in: visit.views), textLimit: site.configuration.limits.page,
                in: visit.views)
        }
    }
}
