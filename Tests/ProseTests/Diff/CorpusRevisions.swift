import Glibc

/// Consecutive texts of the pages of a history that people wrote, where a bundle of it lies beside the package.
struct CorpusRevisions {
    let name: String

    private var bundle: String {
        let root = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()
        return root + "/../shared/corpora/\(name).bundle"
    }

    var exists: Bool { access(bundle, R_OK) == 0 }

    /// Calls back for every so many of all files, in the order of their names, with its texts, the oldest first.
    func forEachPage(every step: Int, _ body: (String, [[UInt8]]) throws -> Void) rethrows {
        var template = Array("/tmp/prose-corpus-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { return }
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { _ = output("rm -rf '\(folder)'") }
        _ = output("git clone --quiet --bare '\(bundle)' '\(folder)/wiki' 2>/dev/null")
        let git = "git --git-dir '\(folder)/wiki' -c core.quotePath=false"
        let raw = output(
            "\(git) log --reverse --raw --no-renames --no-abbrev --diff-filter=AM --no-merges --format= HEAD -- '*.md' | cut -d' ' -f4,5")
        // A blob, a letter, a tab, the name.
        let changes = raw.split(separator: 0x0A).map { (name: string($0.dropFirst(43)), blob: string($0.prefix(40))) }
        let pages = Dictionary(grouping: changes, by: \.name).sorted { $0.key < $1.key }
        for (number, page) in pages.enumerated() where number % step == 0 {
            guard let list = fopen("\(folder)/names", "w") else { return }
            for change in page.value { fputs(change.blob + "\n", list) }
            fclose(list)
            var blobs = output("\(git) cat-file --batch < '\(folder)/names'")[...]
            try body(page.key, page.value.map { _ in take(&blobs) })
        }
    }

    /// Every so many of all pairs of a text before and after a commit, newest first.
    func pairs(every step: Int) -> [(old: [UInt8], new: [UInt8])] {
        var template = Array("/tmp/prose-corpus-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { return [] }
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { _ = output("rm -rf '\(folder)'") }
        _ = output("git clone --quiet --bare '\(bundle)' '\(folder)/wiki' 2>/dev/null")
        let git = "git --git-dir '\(folder)/wiki'"
        let raw = output(
            "\(git) log --raw --no-renames --no-abbrev --diff-filter=M --no-merges --format= HEAD -- '*.md' | cut -d' ' -f3,4")
        let names = raw.split(separator: 0x0A).enumerated().filter { $0.offset % step == 0 }.map { $0.element }
        guard let list = fopen("\(folder)/names", "w") else { return [] }
        for name in names { fputs(string(name.map { $0 == 0x20 ? 0x0A : $0 }) + "\n", list) }
        fclose(list)
        var blobs = output("\(git) cat-file --batch < '\(folder)/names'")[...]
        return names.map { _ in (take(&blobs), take(&blobs)) }
    }

    /// One blob off the output of `git cat-file --batch`.
    private func take(_ output: inout ArraySlice<UInt8>) -> [UInt8] {
        let head = output.prefix { $0 != 0x0A }
        let size = head.split(separator: 0x20).last.flatMap { Int(string($0)) } ?? 0
        output = output.dropFirst(head.count + 1)
        defer { output = output.dropFirst(size + 1) }
        return Array(output.prefix(size))
    }

    private func output(_ command: String) -> [UInt8] {
        guard let pipe = popen(command, "r") else { return [] }
        defer { pclose(pipe) }
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&buffer, 1, buffer.count, pipe), count > 0 { output += buffer[..<count] }
        return output
    }
}
