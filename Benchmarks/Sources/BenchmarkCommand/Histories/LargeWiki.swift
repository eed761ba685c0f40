import Glibc

/// A wiki of many short pages in folders of folders, as a plain folder of Markdown: some 160 words a page, with headings, a list,
/// links to other pages, and here and there code and a table. A static site generator can read the same files. The same in each run.
struct LargeWiki {
    let pageCount: Int
    private var text = Vocabulary(seed: 6, size: 12_000)

    /// Of pages in a part.
    private static let partSize = 50
    /// Of parts in a section.
    private static let sectionSize = 20

    init(pageCount: Int) {
        self.pageCount = pageCount
    }

    /// Writes it, a first page above all others included.
    mutating func write(to folder: String) throws {
        try Self.makeFolder(folder)
        for number in 0..<pageCount - 1 {
            if number.isMultiple(of: Self.partSize * Self.sectionSize) { try Self.makeFolder("\(folder)/\(Self.section(number))") }
            if number.isMultiple(of: Self.partSize) { try Self.makeFolder("\(folder)/\(Self.section(number))/\(Self.part(number))") }
            try File.write(page(number), to: "\(folder)/\(Self.path(number))")
        }
        try File.write(home(), to: "\(folder)/Home.md")
    }

    /// Where a page lies.
    static func path(_ number: Int) -> String {
        "\(section(number))/\(part(number))/Topic-\(number).md"
    }

    private static func section(_ number: Int) -> String { "Section-\(number / (partSize * sectionSize) + 1)" }

    private static func part(_ number: Int) -> String { "Part-\(number / partSize % sectionSize + 1)" }

    private static func makeFolder(_ path: String) throws {
        guard mkdir(path, 0o755) == 0 else { throw File.failure(path, "made") }
    }

    private func home() -> String {
        let firsts = stride(from: 0, to: pageCount - 1, by: Self.partSize * Self.sectionSize)
        let list = firsts.map { number in "- [\(Self.section(number))](\(Self.path(number)))\n" }
        return "---\ntitle: A large wiki\n---\n\nIt has \(list.count) sections.\n\n" + list.joined()
    }

    private mutating func page(_ number: Int) -> String {
        var page = "---\ntitle: \"Topic \(number): \(text.phrase(3))\"\n---\n\n\(text.sentences(4)) See \(link(from: number)).\n"
        page += "\n## \(text.phrase(3))\n\n\(text.sentences(5))\n\n"
        for _ in 0..<4 { page += "- \(text.phrase(5))\n" }
        page += "\n## \(text.phrase(2))\n\n\(text.sentences(3)) So do \(link(from: number)) and \(link(from: number)).\n"
        if number.isMultiple(of: 3) { page += code() }
        if number.isMultiple(of: 5) { page += table() }
        return page + "\n### \(text.phrase(2))\n\n\(text.sentences(3))\n"
    }

    /// A link to a page that is near, or anywhere.
    private mutating func link(from number: Int) -> String {
        let isNear = text.number(below: 2) == 0
        let first = number - number % Self.partSize
        let target = isNear ? first + text.number(below: min(Self.partSize, pageCount - 1 - first)) : text.number(below: pageCount - 1)
        let path = target / Self.partSize == number / Self.partSize ? "Topic-\(target).md" : "../../\(Self.path(target))"
        return "[\(text.phrase(2))](\(path))"
    }

    private mutating func code() -> String {
        let names = (text.phrase(1), text.phrase(1), text.phrase(1))
        return "\n```go\nfunc \(names.0)Of(\(names.1) int) error {\n\tif \(names.1) > \(text.number(below: 100)) {\n"
            + "\t\treturn fmt.Errorf(\"\(names.2) %d\", \(names.1)) // \(text.phrase(3))\n\t}\n\treturn nil\n}\n```\n"
    }

    private mutating func table() -> String {
        var table = "\n| name | use | size |\n| --- | --- | ---: |\n"
        for _ in 0..<3 { table += "| \(text.phrase(1)) | \(text.phrase(3)) | \(text.number(below: 1_000)) |\n" }
        return table
    }
}
