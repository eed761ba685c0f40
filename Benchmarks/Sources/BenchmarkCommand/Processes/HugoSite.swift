import Glibc

/// The static site that hugo makes of the same files, with a theme that shows about as much around a page as the wiki's: folders
/// above it, table of contents, the pages before and after. `Benchmarks/Hugo` holds theme and settings; all else is as hugo has it.
struct HugoSite: StaticSite {
    let maker = "hugo"
    private let source: String
    private let folder: TemporaryFolder

    /// Copies the files of a wiki's tip.
    init(_ bench: Bench, wiki: WikiContent) throws {
        folder = bench.folder
        source = folder.newPath("hugo")
        try Command("cp", ["-r", "--", "\(Options.project)/Benchmarks/Hugo", source], in: folder).run()
        guard mkdir("\(source)/content", 0o755) == 0 else { throw File.failure(source, "filled") }
        let archive = folder.newPath("pages.tar")
        defer { unlink(archive) }
        try Command("git", ["--git-dir=\(wiki.repository)", "archive", "--output=\(archive)", "HEAD"], in: folder).run()
        try Command("tar", ["-xf", archive, "-C", "\(source)/content"], in: folder).run()
        for page in wiki.pages { try adopt("\(source)/content/\(page.name).md") }
    }

    func make(in out: String, memory: MemoryWatch?) throws -> Command.Outcome {
        let arguments = ["--source", source, "--destination", out, "--cacheDir", "\(source)/cache", "--quiet"]
        return try Command("hugo", arguments, in: folder).run(memory: memory)
    }

    /// Writes a page.
    func write(_ path: String, _ bytes: [UInt8]) throws {
        try File.write(bytes, to: "\(source)/content/\(path)")
    }

    /// hugo takes any sign of a list at the head of a file for front matter, and then gives up; so every file gets some.
    private func adopt(_ path: String) throws {
        let bytes = try File.read(path)
        guard !bytes.starts(with: "---\n".utf8) else { return }
        let name = path.split(separator: "/").last.map { $0.dropLast(".md".count) } ?? ""
        let title = name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
        try File.write(Array("---\ntitle: '\(title)'\n---\n".utf8) + bytes, to: path)
    }
}
