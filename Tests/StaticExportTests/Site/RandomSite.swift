import TestSupport

/// A wiki that changes by random steps: edits, births, deaths, moves, sidebars and lists of pages, titles, tags, aliases, redirects,
/// drafts that come and go, attachments, names of people. The same seed gives the same steps.
struct RandomSite {
    private(set) var files = ["Home.md": "# Home\n\n[[Bread]]\n", "Bread.md": "Flour. [[Salt]]\n"]
    private var random: SeededGenerator

    init(seed: Int) { random = SeededGenerator(seed: UInt64(seed)) }

    /// One commit's worth of changes.
    /// - Returns: its author and its message.
    mutating func step() -> (author: String, message: String) {
        var message = "Edit"
        for _ in 0..<(1 + random.below(2)) { message = change() ?? message }
        if pages.isEmpty { files["Home.md"] = "# Home\n" }
        return (one(["Ada", "Ben"]), message)
    }

    private var pages: [String] { files.keys.filter { $0.hasSuffix(".md") }.sorted() }

    private mutating func one(_ list: [String]) -> String { random.one(of: list) ?? "" }

    private mutating func path() -> String {
        let name = one(["Home", "Bread", "Salt", "README", "index", "Water", "_Sidebar", "_Footer", "bread", "Old Name", "C#", "é", "404"])
        return "\(one(["", "", "Guides/", "Guides/Deep/", "Food/", "Bread.html/"]))\(name).md"
    }

    /// - Returns: a message where the change needs one of its own.
    private mutating func change() -> String? {
        let page = one(pages)
        guard let text = files[page] else {
            files[path()] = self.page()
            return nil
        }
        switch random.below(15) {
        case 0..<3: files[path()] = self.page()
        case 3..<6: files[page] = text + "More \(random.below(100)).\n"
        case 6: files[page] = nil
        case 7: return move(page, text)
        case 8: return move(page, text + "Moved.\n")
        case 9: toggle("draft: true", of: page, text)
        case 10: toggle("title: T\(random.below(3))", of: page, text)
        case 11: writeList()
        case 12, 13: writeFile()
        default: files[".mailmap"] = one(["Anna <ada@example.org>\n", "", "Anna <ada@example.org> <ben@example.org>\n"])
        }
        return nil
    }

    private mutating func move(_ page: String, _ text: String) -> String {
        let path = path()
        files[page] = nil
        files[path] = text
        return random.oneIn(3) ? "Move\n\nMoved: \(page) -> \(path)\n" : "Move"
    }

    /// Puts a line into the front matter, or takes all of its kind out.
    private mutating func toggle(_ line: String, of page: String, _ text: String) {
        let key = line.prefix { $0 != ":" }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.contains(where: { $0.hasPrefix("\(key):") }) {
            files[page] = lines.filter { !$0.hasPrefix("\(key):") }.joined(separator: "\n")
        } else {
            files[page] = text.hasPrefix("---\n") ? "---\n\(line)\n\(text.dropFirst(4))" : "---\n\(line)\n---\n\(text)"
        }
    }

    private mutating func writeList() {
        files[one(["_Sidebar.md", "Guides/_Sidebar.md", "SUMMARY.md", "mkdocs.yml"])] = one([
            "- [[Bread]]\n- [[Salt]]\n", "- [Home](Home.md)\n- [B](Guides/Bread.md)\n", "[[Water]] [[Nope]]\n", "nav:\n  - Home.md\n",
        ])
    }

    private mutating func writeFile() {
        let file = one(["dot.png", "pic.svg", "Food/data.txt", "Guides/x.html", "Bread.html", "data", "data/x.png", "index.json"])
        // A name is a file's or a folder's.
        let isFree = !files.keys.contains { $0.hasPrefix("\(file)/") || file.hasPrefix("\($0)/") }
        files[file] = files[file] != nil && random.oneIn(2) || !isFree ? nil : "bytes \(random.below(10))"
    }

    private mutating func page() -> String {
        var front: [String] = []
        if random.oneIn(7) { front.append("draft: true") }
        if random.oneIn(7) { front.append("title: \(one(["Loaf", "Brine", "Élan", "A & B"]))") }
        if random.oneIn(5) { front.append("tags: [\(one(["food", "Food", "tree, food", "c#"]))]") }
        if random.oneIn(7) { front.append("aliases: [\(one(["Crust", "Guides/Crust", "Salz", "Water"]))]") }
        if random.oneIn(10) { front.append("order: \(1 + random.below(9))") }
        if random.oneIn(12) { front.append("redirect: \(one(["Bread", "Guides/Bread", "Home", "Salt", "Nope"]))") }
        if random.oneIn(10) { front.append("description: some \(random.below(10)) words") }
        var text = front.isEmpty ? "" : "---\n\(front.joined(separator: "\n"))\n---\n"
        if random.oneIn(2) { text += "# \(one(["Bread", "Of Salt", "Water & more", "Loaf"]))\n\n" }
        let parts = [
            "Words here.", "[[Bread]]", "[[Salt#why]]", "[x](Bread.md)", "[y](../Home.md)", "![[Water]]", "![[Salt]]", "![p](/dot.png)",
            "![[pic.svg]]", "[[Crust]]", "[[Nope]]", "[f](/Food/data.txt)", "## why", "[[C#]]", "[[Loaf]]", "[d](/data)", "$x^2$",
            "[w](#why)", "[[Crust#why]]", "[[Old Name#why]]", "<a name=\"why\"></a>",
        ]
        for _ in 0..<random.below(5) { text += "\(one(parts)) \(random.below(10))\n\n" }
        return text
    }
}
