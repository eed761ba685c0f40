package import Git
import Prose

extension Wiki {
    /// Who wrote the words of a page, now or as it was after a revision.
    ///
    /// Where the newest text's authors are kept the cost is that of the text; else its history is followed first.
    /// - Parameters:
    ///   - revision: the commit, or a unique beginning of it; nil for now.
    ///   - patience: how long to wait for what is not known yet; nil as long as it takes.
    /// - Throws: `WikiError.notFound` where there is no such page, or it had no text then.
    package func authors(of path: GitPath, revision: String?, patience: Duration?) async throws -> AuthorsAnswer {
        let (question, kept) = try await read { snapshot -> (AuthorsQuestion, PageAuthors?) in
            let question = try snapshot.authorsQuestion(path, revision: revision)
            return (question, try snapshot.keptAuthors(question))
        }
        if let kept { return .found(kept) }
        guard try await read({ try AttributedBlob.text(question.blob, $0.repository) }) != nil else {
            return .unreadable(path: question.path, title: question.title)
        }
        let found = try await attribution.authors(
            of: question.page, blob: question.blob, place: question.revision.place, patience: patience)
        guard let found else { return .notReady(path: question.path, title: question.title, page: question.page) }
        return .found(try await read { try PageAuthors(question, found.text, found.authors, found.origins, $0.index) })
    }
}

extension WikiSnapshot {
    /// Who wrote the words of a page now, where that is known already; nil where it is not. Blocking.
    package func authors(of path: GitPath) throws -> PageAuthors? { try keptAuthors(authorsQuestion(path, revision: nil)) }

    fileprivate func keptAuthors(_ question: AuthorsQuestion) throws -> PageAuthors? {
        guard let kept = try index.authoredRuns(of: question.page, blob: question.blob),
            let text = try AttributedBlob.text(question.blob, repository),
            let authored = try? AuthoredText(decoding: kept.runs), authored.length == text.count
        else { return nil }
        return try PageAuthors(question, text, authored, kept.origins, index)
    }

    /// Finds the text that is asked after.
    func authorsQuestion(_ path: GitPath, revision name: String?) throws -> AuthorsQuestion {
        let comparison = try compare(pagePath(at: path), from: nil, to: name, reading: false)
        let now = try index.page(id: comparison.page)
        let isOld = name != nil && comparison.to.place != now?.lastCommit
        guard let blob = isOld ? comparison.to.blob : now?.blob else { throw WikiError.notFound }
        return AuthorsQuestion(
            page: comparison.page, path: comparison.path, title: comparison.title, isOld: isOld, isAlive: comparison.isAlive,
            revision: comparison.to, blob: blob)
    }
}
