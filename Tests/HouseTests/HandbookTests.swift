import Testing

@Suite("The handbook's links")
struct HandbookTests {
    @Test func everyLinkLeadsSomewhere() {
        let handbook = Handbook(root: "Wiki", files: Project.files.filter { $0.hasPrefix("Wiki/") && !$0.hasPrefix("Wiki/Starter/") })
        let starter = Handbook(root: "Wiki/Starter", files: Project.files.filter { $0.hasPrefix("Wiki/Starter/") })
        Violation.expectNone(handbook.deadLinks + starter.deadLinks)
    }

    @Test func theReadmesLinksLeadSomewhere() {
        Violation.expectNone(Handbook(root: "", files: Project.files).deadLinks(in: "README.md"))
    }

    @Test func theHandbookIsThere() {
        let missing = ["Wiki/Home.md", "Wiki/Starter/Home.md"].filter { !Project.files.contains($0) }
        #expect(missing == [])
    }
}

/// Markdown files that link to each other, by the rule of `Wiki/Guide/Links.md` as far as the handbook needs it.
struct Handbook {
    /// The folder that addresses begin from.
    let root: String
    /// All files in it, by their path from the root of the repository.
    let files: Set<String>

    init(root: String, files: [String]) {
        self.root = root
        self.files = Set(files)
    }

    /// Links that lead nowhere, in all pages.
    var deadLinks: [Violation] {
        files.filter { $0.hasSuffix(".md") }.sorted().flatMap(deadLinks)
    }

    /// Links of one page that lead nowhere.
    func deadLinks(in path: String) -> [Violation] {
        guard let page = page(path) else { return [] }
        return page.links.compactMap { link in
            guard let target = resolve(link, from: path) else {
                return Violation(path: path, line: link.line, advice: "“\(link.target)” leads nowhere; correct the link or write the page")
            }
            guard let fragment = link.fragment, let anchors = self.page(target)?.anchors else { return nil }
            let anchor = link.isWikilink ? MarkdownPage.anchor(of: fragment) : fragment
            guard !anchors.contains(anchor) else { return nil }
            return Violation(path: path, line: link.line, advice: "“\(target)” has no heading with the anchor “\(anchor)”")
        }
    }

    private func page(_ path: String) -> MarkdownPage? {
        guard path.hasSuffix(".md") else { return nil }
        return Project.content(path).map { MarkdownPage(String(decoding: $0, as: UTF8.self)) }
    }

    /// The file that a link means: same folder, then path from the root, then the only file of that name.
    func resolve(_ link: MarkdownPage.Link, from path: String) -> String? {
        if link.target.isEmpty { return path }
        let folder = path.split(separator: "/").dropLast().joined(separator: "/")
        let target = link.target.replacing("%20", with: " ")
        if target.hasPrefix("/") { return file(root + target) }
        if target.hasPrefix("./") || target.hasPrefix("../") { return file(folder + "/" + target) }
        return file(folder + "/" + target) ?? file(root + "/" + target) ?? onlyFile(named: target)
    }

    private func file(_ path: String) -> String? {
        var segments: [Substring] = []
        for segment in path.split(separator: "/") where segment != "." {
            if segment == ".." {
                guard segments.popLast() != nil else { return nil }
            } else {
                segments.append(segment)
            }
        }
        let wanted = Self.forgiving(segments.joined(separator: "/"))
        let exact = files.first { Self.forgiving($0) == wanted || Self.forgiving($0) == wanted + ".md" }
        return exact ?? files.first { Self.forgiving($0).hasPrefix(wanted + "/") }
    }

    private func onlyFile(named name: String) -> String? {
        let found = files.filter { Self.forgiving("/" + $0).hasSuffix(Self.forgiving("/" + name + ".md")) }
        return found.count == 1 ? found.first : nil
    }

    /// Case, space, `_` and `-` are alike.
    private static func forgiving(_ text: String) -> String {
        String(text.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
    }
}
