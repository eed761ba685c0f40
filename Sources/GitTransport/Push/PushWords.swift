package import Git
import WikiCore
package import Wording

/// Sentences for people who push: what is wrong, in which path and commit, and what to do. What somebody sent is shown
/// escaped, so that it can't do anything to a terminal.
package struct PushWords: Sendable {
    let words: Phrasebook

    /// Sentences in the language of a book.
    package init(_ words: Phrasebook) {
        self.words = words
    }

    /// Any other phrase.
    func text(_ key: String, _ values: [String: PhraseValue] = [:]) -> String { words.text(key, values) }

    /// The lines that tell of a refusal.
    package func lines(_ refusal: PushRefusal) -> [String] {
        switch refusal {
        case .tooManyCommands(let limit): [words.text("push.refused.references", ["limit": .number(limit)])]
        case .repeated(let name): [words.text("push.refused.repeated", ["name": shown(name)])]
        case .head(let branch): [words.text("push.refused.head", ["branch": shown(branch)])]
        case .otherBranch(let name, let branch):
            [words.text("push.refused.otherBranch", ["name": shown(name), "branch": shown(branch)])]
        case .otherReference(let name): [words.text("push.refused.otherReference", ["name": shown(name)])]
        case .deletion(let name): [words.text("push.refused.deletion", ["name": shown(name)])]
        case .tagNotAllowed(let name): [words.text("push.refused.tagNotAllowed", ["name": shown(name)])]
        case .tagMoved(let name): [words.text("push.refused.tagMoved", ["name": shown(name)])]
        case .tagName(let name, let problem):
            [words.text("push.refused.tagName", ["name": shown(name), "why": .text(sentence(problem))])]
        case .tagForm(let name): [words.text("push.refused.tagForm", ["name": shown(name)])]
        case .tagMisleading(let name): [words.text("push.refused.tagMisleading", ["name": shown(name)])]
        case .tagClash(let name, let other): [words.text("push.refused.tagClash", ["name": shown(name), "other": shown(other)])]
        case .tagTarget(let name, let branch):
            [words.text("push.refused.tagTarget", ["name": shown(name), "branch": shown(branch)])]
        case .notCommit(let branch): [words.text("push.refused.notCommit", ["branch": shown(branch)])]
        case .behind(let branch): [words.text("push.refused.behind", ["branch": shown(branch)])]
        case .rewound(let branch): [words.text("push.refused.rewound", ["branch": shown(branch)])]
        case .tooMany(let counted, let limit): [tooMany(counted, limit)]
        case .tooLarge(let limit): [words.text("push.refused.size", ["limit": size(limit)])]
        case .packTooLarge(let limit): [words.text("push.refused.pack", ["limit": size(limit)])]
        case .unsoundObject: [words.text("push.refused.unsound")]
        case .unreadable: [words.text("push.refused.unreadable")]
        case .malformed: [words.text("push.malformed")]
        case .objectTooLarge(let id, let limit):
            [words.text("push.refused.object", ["id": .text(id.short), "limit": size(limit)])]
        case .commit(let id, let fault): [sentence(fault, in: id), words.text("push.fix")]
        case .alike(let path, let other, let id):
            [
                words.text("push.refused.alike", ["path": shown(path), "other": shown(other), "commit": .text(id.short)]),
                words.text("push.fix"),
            ]
        case .rule(let error, let path, let commit): rule(error, path, commit)
        case .busy: [words.text("push.refused.busy")]
        case .broken: [words.text("push.refused.broken")]
        }
    }

    /// The line that tells of an author's address which nobody seems to have chosen.
    package func hint(email: String, commit: ObjectID) -> String {
        words.text("push.hint", ["email": .text(TerminalText.escaped(email)), "commit": .text(commit.short)])
    }

    /// The sentence for a push of which nobody knows whether it is safe.
    var failed: String { words.text("push.failed") }
    /// The sentence of a hook whose server is gone.
    var gone: String { words.text("push.gone") }
    /// Behind each reference that was refused.
    var declined: String { words.text("push.declined") }
    /// Behind each reference of which nobody knows whether it is safe.
    var unsafe: String { words.text("push.unsafe") }

    private func tooMany(_ counted: PushRefusal.Counted, _ limit: Int) -> String {
        switch counted {
        case .objects: words.text("push.refused.objects", ["limit": .number(limit)])
        case .commits: words.text("push.refused.commits", ["limit": .number(limit)])
        case .people: words.text("push.refused.people", ["limit": .number(limit)])
        case .paths: words.text("push.refused.paths", ["limit": .number(limit)])
        }
    }

    // MARK: Commits and files

    private func sentence(_ fault: CommitFault, in id: ObjectID) -> String {
        let why: String
        switch fault {
        case .file(let path, let fault): return inFile(path, id, sentence(fault))
        case .unsound(let folder, let name):
            return inFile(name.isEmpty ? folder : folder.appending(name), id, words.text("push.why.unsound"))
        case .tooDeep(let folder): return inFile(folder, id, words.text("push.why.deep"))
        case .date: why = words.text("push.why.date")
        case .zone: why = words.text("push.why.zone")
        case .summary(let limit): why = words.text("check.summaryTooLong", ["limit": .number(limit)])
        case .parents(let limit): why = words.text("push.why.parents", ["limit": .number(limit)])
        case .author(let email): why = words.text("push.why.author", ["email": .text(TerminalText.escaped(email))])
        case .coAuthor(let email): why = words.text("push.why.coAuthor", ["email": .text(TerminalText.escaped(email))])
        }
        return words.text("push.refused.commit", ["commit": .text(id.short), "why": .text(why)])
    }

    private func inFile(_ path: GitPath, _ id: ObjectID, _ why: String) -> String {
        words.text("push.refused.file", ["path": shown(path), "commit": .text(id.short), "why": .text(why)])
    }

    private func sentence(_ fault: FileFault) -> String {
        switch fault {
        case .name(let problem): sentence(problem)
        case .tooLarge(let limit): words.text("push.why.large", ["limit": size(limit)])
        case .notText: words.text("push.why.notText")
        case .symlink: words.text("push.why.symlink")
        case .submodule: words.text("push.why.submodule")
        case .settings: words.text("push.why.settings")
        case .rules(.invalidRules(let line?, let reason)):
            words.text("push.why.rulesLine", ["line": .number(line), "reason": .text(TerminalText.escaped(reason))])
        case .rules(.invalidRules(nil, let reason)): words.text("push.why.rules", ["reason": .text(TerminalText.escaped(reason))])
        case .rules: words.text("push.why.settings")
        }
    }

    private func sentence(_ problem: NameProblem) -> String {
        switch problem {
        case .empty: words.text("check.nameEmpty")
        case .tooLong(let limit): words.text("check.nameTooLong", ["limit": .number(limit)])
        case .pathTooLong(let limit): words.text("check.pathTooLong", ["limit": .number(limit)])
        case .notUTF8: words.text("push.why.nameNotUTF8")
        case .notCanonical: words.text("check.nameNotCanonical")
        case .controlCharacter, .backslash: words.text("check.nameCharacters")
        case .leadingCharacter(let character): words.text("check.nameBegins", ["character": .text(character)])
        case .reservedEnding: words.text("check.nameReserved")
        case .tooAlike(let page): words.text("check.nameTaken", ["page": shown(page)])
        }
    }

    // MARK: Rules

    private func rule(_ error: WikiError, _ path: GitPath?, _ commit: ObjectID?) -> [String] {
        let why: String
        switch error {
        case .protected:
            why = words.text("push.why.protected")
            guard let path, let commit else { return [why] }
            return [inFile(path, commit, why), words.text("push.askOrFix")]
        case .loginNeeded: why = words.text("push.login")
        case .blocked: why = words.text("push.blocked")
        case .invalidRules: why = words.text("push.brokenRules")
        case .busy, .closing: why = words.text("push.refused.busy")
        case .storage, .git: why = words.text("push.refused.broken")
        default: why = words.text("push.notAllowed")
        }
        return [why]
    }

    // MARK: Values

    private func shown(_ name: [UInt8]) -> PhraseValue { .text(TerminalText.escaped(name)) }
    private func shown(_ name: String) -> PhraseValue { .text(TerminalText.escaped(name)) }
    private func shown(_ path: GitPath) -> PhraseValue { .text(TerminalText.escaped(path)) }

    private func size(_ bytes: Int) -> PhraseValue {
        let isRound = bytes >= 1 << 30 && bytes % (1 << 30) == 0
        if isRound { return .text(words.text("size.gib", ["number": .number(bytes >> 30)])) }
        if bytes >= 1 << 20 { return .text(words.text("size.mib", ["number": .number(bytes >> 20)])) }
        return .text(words.text("size.kib", ["number": .number(bytes >> 10)]))
    }
}
