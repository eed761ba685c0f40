import FoundationEssentials
import Git
import Testing
import WikiCore
import Wording

@testable import GitTransport

@Suite struct PushWordsTests {
    private static let id = ObjectID(hex: String(repeating: "ab", count: 20)) ?? .zero

    private static let path = GitPath("F/evil\u{1B}[31m\u{202E}.md")
    private static let name = Array("refs/heads/x\ny".utf8)

    private static let names: [NameProblem] = [
        .empty, .tooLong(limit: 200), .pathTooLong(limit: 1024), .notUTF8, .notCanonical, .controlCharacter, .backslash,
        .leadingCharacter("-"), .reservedEnding, .tooAlike(path),
    ]
    private static let files: [FileFault] = [
        .tooLarge(limit: 2 << 20), .notText, .symlink, .submodule, .settings, .rules(.invalidRules(line: 3, reason: "it is \u{7}no")),
        .rules(.invalidRules(line: nil, reason: "no")),
    ]
    private static let commits: [CommitFault] = [
        .unsound(folder: path, name: []), .unsound(folder: .root, name: Array("a".utf8)), .tooDeep(path), .date, .zone,
        .summary(limit: 500), .parents(limit: 32), .author("a\u{1B}@b"), .coAuthor("a\u{1B}@b"),
    ]
    private static let rules: [WikiError] = [
        .protected(path: path), .loginNeeded, .blocked, .forbidden, .invalidRules(line: 1, reason: "x"), .busy, .storage("x"),
    ]
    private static let others: [PushRefusal] = [
        .tooManyCommands(limit: 100), .repeated(name: name), .head(branch: "main"), .otherBranch(name: name, branch: "main"),
        .otherReference(name: name), .deletion(name: name), .tagNotAllowed(name: name), .tagMoved(name: name),
        .tagName(name: name, .backslash), .tagForm(name: name), .tagMisleading(name: name),
        .tagClash(name: name, other: name), .tagTarget(name: name, branch: "main"),
        .notCommit(branch: "main"), .behind(branch: "main"),
        .rewound(branch: "main"), .tooMany(.objects, limit: 5), .tooMany(.commits, limit: 5), .tooMany(.paths, limit: 5),
        .tooMany(.people, limit: 5),
        .tooLarge(limit: 2 << 30), .packTooLarge(limit: 2 << 30), .unsoundObject, .unreadable, .malformed,
        .objectTooLarge(id, limit: 1 << 20),
        .alike(path, GitPath("F/other.md"), id), .busy,
        .broken("secret"),
    ]

    private static let refusals: [PushRefusal] = {
        var faults = commits
        for fault in files + names.map({ FileFault.name($0) }) { faults.append(.file(path, fault)) }
        var refusals = others
        for fault in faults { refusals.append(.commit(id, fault)) }
        for error in rules { refusals.append(.rule(error, path: path, commit: id)) }
        return refusals
    }()

    /// The sentences of the product.
    static func words(_ language: String = "en") throws -> PushWords {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return PushWords(try PhrasebookShelf(folder: root.appending(path: "Themes/locales").path).book(language))
    }

    @Test(arguments: ["en", "de"]) func everyRefusalIsASentence(language: String) throws {
        let words = try Self.words(language)
        for refusal in Self.refusals {
            let lines = words.lines(refusal)
            #expect(!lines.isEmpty)
            for line in lines {
                #expect(!line.contains("{") || line.contains("\\u{"), "\(line)")
                #expect(!line.hasPrefix("push.") && !line.hasPrefix("check."), "\(line)")
                // Nothing that somebody sent reaches a terminal as it is.
                #expect(line.unicodeScalars.allSatisfy { $0.value >= 32 && $0 != "\u{202E}" && $0.value != 127 }, "\(line)")
                #expect(!line.contains("secret"))
            }
        }
        #expect(words.hint(email: "a@laptop\u{1B}", commit: Self.id).contains("a@laptop\\u{1B}"))
    }

    @Test func aRefusalNamesPathAndCommit() throws {
        let lines = try Self.words("en").lines(.commit(Self.id, .file(GitPath("Guides/Big.md"), .tooLarge(limit: 2 << 20))))
        #expect(lines[0] == "Guides/Big.md in commit abababa: It is larger than 2 MiB.")
        #expect(lines.count == 2)
    }

    @Test func addressesThatNobodyChoseAreKnown() {
        for odd in ["", "ann", "ann@laptop", "ann@laptop.local", "root@localhost", "x@y.localdomain", "ann@host.(none)", "a@B.LOCAL"] {
            #expect(PushDesk.looksUnconfigured(odd), "\(odd)")
        }
        for fine in ["ann@example.org", "1+ann@users.noreply.localhost", "a@b@example.org"] {
            #expect(!PushDesk.looksUnconfigured(fine), "\(fine)")
        }
    }

    @Test func upToThreeAddressesAreNamed() {
        let emails = ["a@laptop", "a@laptop", "ann@example.org", "b@laptop", "c@laptop", "d@laptop"]
        let odd = PushDesk.odd(emails.map { CheckedPush.NewCommit(id: Self.id, people: [CommitPerson(name: "Ann", email: $0)]) })
        #expect(odd.map(\.authorEmail) == ["a@laptop", "b@laptop", "c@laptop"])
    }
}
