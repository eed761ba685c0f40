import Markup
import Testing

/// Every row of the table in the threat model, at the size measured there and above, through a real worker: it is rendered or refused,
/// and the pool serves the next page.
@Suite(.serialized) struct HostileInputTests {
    struct Attack: Sendable, CustomTestStringConvertible {
        var name: String
        var make: @Sendable (Int) -> String
        var testDescription: String { name }
    }

    static func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

    static let attacks = [
        Attack(name: "nested lists") { times($0, "- ") + "x" + times($0, "\n") },
        Attack(name: "nested quotes") { times($0, ">") + times($0, "a*") },
        Attack(name: "image openers") { times($0, "![[]()") },
        Attack(name: "wide and tall table") { _ in "|" + times(1800, "x|") + "\n|" + times(1800, "-|") + "\n" + times(1200, "|a\n") },
        Attack(name: "one long reference") { "[a]: " + times($0 * 2, "u") + "\n\n" + times($0, "[a]") },
        Attack(name: "emphasis") { times($0, "*a ") + times($0, "_a*_ ") },
        Attack(name: "deep HTML") { times($0 * 5, "<div>") },
        Attack(name: "open formatting") { times($0, "<b>x") + times(1000, "\n\ny") },
        Attack(name: "brackets") { times($0 * 5, "[") },
        Attack(name: "wikilink openers") { times($0 * 5, "[[") },
        Attack(name: "math openers") { times($0 * 5, "$a ") + times($0, "$$") },
        Attack(name: "comment openers") { times($0 * 5, "%%a") + "%" },
        Attack(name: "marks") { times($0 * 5, "==a ") },
        Attack(name: "footnotes") { times($0, "[^1]") + "\n\n[^1]: x" },
        Attack(name: "tables of contents") { times($0 / 10, "[[_TOC_]]\n\n") + times($0 / 10, "# a\n") },
        Attack(name: "newlines") { times($0 * 50, "\n") },
        Attack(name: "HTML quotes") { times($0, "<a href=\"") },
        Attack(name: "code on one line") { "```go\n" + times($0 * 3, "(") + "\n```" },
        Attack(name: "YAML") { "---\na: " + times($0, "[") + "\n---\nx" },
    ]

    @Test(arguments: attacks) func ends(_ attack: Attack) async throws {
        let pool = try WorkerExecutable.pool(timeLimit: .seconds(2))
        for size in [20_000, 40_000] {
            let markdown = Array(attack.make(size).utf8)
            do throws(MarkupError) {
                let document = try await pool.document(markdown)
                #expect(document.pieces.count <= markdown.count + 1)
            } catch {
                #expect(error.isLasting, "\(attack.name): \(error)")
                #expect(Document.source(markdown).isSource)
            }
            #expect(try await pool.document(Array("fine".utf8)).plainText == "fine\n")
        }
        await pool.shutdown()
    }

    @Test func refusedBeforeParsing() async throws {
        let pool = try WorkerExecutable.pool(timeLimit: .seconds(60))
        for index in [0, 1, 3] {
            let markdown = Array(Self.attacks[index].make(20_000).utf8)
            await #expect(throws: MarkupError.tooComplex) { try await pool.document(markdown) }
        }
        await pool.shutdown()
    }
}
