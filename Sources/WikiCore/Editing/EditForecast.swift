import Git
import Prose

/// The texts that an edit will probably make, worked out ahead of its turn and without any check. What others save meanwhile
/// may make them other ones; then the text is parsed at the edit's turn.
package struct EditForecast {
    private let snapshot: WikiSnapshot

    /// Forecasts on one state of the wiki.
    package init(snapshot: WikiSnapshot) { self.snapshot = snapshot }

    /// An undo of more pages than this is parsed at its turn.
    private static let undoLimit = 20

    /// Nothing where the edit brings no text, or will be refused.
    package func texts(of edit: Edit) throws -> [[UInt8]] {
        switch edit.action {
        case .save(let path, let text, let base): [try saved(text, at: path, base: base)]
        case .restore(let path, let revision, _): try restored(path, revision)
        case .undo(let commit): try undone(commit)
        case .delete, .attach, .configure: []
        }
    }

    private func saved(_ text: [UInt8], at path: GitPath, base: ObjectID?) throws -> [UInt8] {
        let file = try snapshot.index.page(path: path)?.file
        let old = try file.flatMap { file in
            try base.flatMap { try? snapshot.text(file, at: $0)?.text } ?? snapshot.text(file, at: snapshot.tip ?? .zero)?.text
        }
        return LineEnds.adapt(text, to: old)
    }

    private func restored(_ path: GitPath, _ revision: ObjectID) throws -> [[UInt8]] {
        guard try snapshot.index.commit(revision) != nil, let page = try? snapshot.identity(of: path),
            let file = try snapshot.file(of: page.id, at: revision), let old = try snapshot.text(file, at: revision)
        else { return [] }
        return [old.text]
    }

    private func undone(_ commit: ObjectID) throws -> [[UInt8]] {
        guard let record = try snapshot.index.commit(commit), record.touched <= Self.undoLimit else { return [] }
        return try snapshot.index.pages(of: record.place).compactMap { page in
            guard let before = try page.old.map({ try snapshot.repository.blob($0) }) else { return nil }
            guard let after = try page.blob.map({ try snapshot.repository.blob($0) }) else { return before }
            guard let now = try snapshot.index.page(id: page.page) else { return nil }
            return ThreeWayMerge(base: after, current: try snapshot.text(of: now), yours: before).text
        }
    }
}
