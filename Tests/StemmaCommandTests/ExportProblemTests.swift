import Git
import StaticExport
import Testing
import WebServer
import Wording

@testable import StemmaCommand

/// Whatever is amiss in a book is told in the words of the interface, and names what it is about.
struct ExportProblemTests {
    private static let root = String(#filePath.dropLast("/Tests/StemmaCommandTests/ExportProblemTests.swift".utf8.count))
    private static let problems: [BookProblem] = [
        .missing("Bread"), .draft(GitPath("Bread")), .lostRedirect(GitPath("Bread")), .repeated(GitPath("Bread")), .noPage("Bread"),
        .source(GitPath("Bread")), .tooManyEntries(limit: 5000), .pictureTooLarge(GitPath("Bread")), .unknownPicture(GitPath("Bread")),
        .lostAddress(GitPath("Page"), "Bread"), .noCover("Bread"),
    ]

    @Test(arguments: ["en", "de"]) func everyProblemHasItsSentence(language: String) throws {
        let words = try PhrasebookShelf(folder: "\(Self.root)/Themes/locales").book(language)
        var sentences: Set<String> = []
        for problem in Self.problems.map({ ExportProblem($0) }) {
            let key = "export.problem.\(problem.code)"
            #expect(words.has(key), "\(key)")
            let sentence = words.text(key, problem.values.mapValues { .text($0) })
            #expect(sentence.contains("Bread") || sentence.contains("5000"), "\(sentence)")
            #expect(!sentence.contains("{") && !sentence.hasPrefix(":"))
            sentences.insert(sentence)
        }
        #expect(sentences.count == Self.problems.count, "each says what is the matter")
    }
}
