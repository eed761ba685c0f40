import Git

/// Finds the texts that a revision was made of: its parents', at the page's place in each of them.
struct ParentTexts {
    let index: IndexReader
    let repository: Repository

    /// How many parents of a merge are looked at.
    private static let parentLimit = 16

    /// The texts; nil where it is the one that was taken last, or nobody knows better.
    /// - Parameter last: the text that was taken last.
    func texts(of step: AuthorshipStep, page: Int64, after last: ObjectID?) throws -> [[UInt8]]? {
        let blobs = step.isMerge ? try mergedBlobs(step, page: page) : [step.old].compactMap(\.self)
        guard !blobs.isEmpty, blobs != [last].compactMap(\.self) else { return nil }
        let texts = try blobs.compactMap { try AttributedBlob.text($0, repository) }
        return texts.isEmpty ? nil : texts
    }

    private func mergedBlobs(_ step: AuthorshipStep, page: Int64) throws -> [ObjectID] {
        let names = try [step.file] + index.files(of: page, until: step.place).filter { $0 != step.file }
        var blobs: [ObjectID] = []
        for parent in try repository.commit(step.commit).parents.prefix(Self.parentLimit) where repository.contains(parent) {
            let tree = try repository.commit(parent).tree
            for name in names {
                guard let entry = try repository.entry(at: name, in: tree), entry.kind == .file else { continue }
                if !blobs.contains(entry.id) { blobs.append(entry.id) }
                break
            }
        }
        return blobs
    }
}
