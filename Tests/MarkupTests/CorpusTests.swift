import Glibc
import Markup
import Testing

/// Real pages: every Markdown file at the head of two wikis that people wrote over ten years.
@Suite struct CorpusTests {
    private static let folder: String = {
        let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
        return root + "/../shared/corpora"
    }()

    private static func exists(_ name: String) -> Bool { access(folder + "/" + name + ".bundle", R_OK) == 0 }

    @Test(
        .enabled("the histories are not beside this repository") { ["golang-wiki", "rust-rfcs"].allSatisfy(exists) },
        arguments: ["golang-wiki", "rust-rfcs"])
    func everyPageParses(_ name: String) async throws {
        let pages = try #require(Self.pages(name))
        #expect(pages.count > 150)
        let pool = try WorkerExecutable.pool(workers: 2, timeLimit: .seconds(30))
        for page in pages {
            do throws(MarkupError) {
                let document = try await pool.document(page.text)
                #expect(!document.isSource && document.frontMatter.problem == nil, "\(page.path)")
                let audit = AuditedHTML(document.html(PlainLinks()).string)
                #expect(audit.problems.isEmpty, "\(page.path): \(audit.problems)")
                #expect(Set(document.headings.map(\.anchor)).count == document.headings.count, "\(page.path)")
            } catch { Issue.record("\(page.path): \(error)") }
        }
        await pool.shutdown()
    }

    private static func pages(_ name: String) -> [(path: String, text: [UInt8])]? {
        var template = Array("/tmp/markup-corpus-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { return nil }
        let copy = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { _ = File.output(of: "rm -rf '\(copy)'") }
        guard File.output(of: "git clone --quiet '\(folder)/\(name).bundle' '\(copy)/wiki' 2>/dev/null") != nil,
            let list = File.output(of: "git -C '\(copy)/wiki' ls-files -z -- '*.md'")
        else { return nil }
        return list.split(separator: 0).compactMap { path in
            let path = String(decoding: path, as: UTF8.self)
            return File.bytes("\(copy)/wiki/\(path)").map { (path, $0) }
        }
    }
}
