/// How much text a history holds: what somebody reads who follows who wrote what.
extension WikiContent {
    /// All texts that pages ever had.
    struct Texts {
        /// How many, each revision's counted.
        let count: Int
        /// In bytes, each revision's counted.
        let size: Int
        /// How many words and signs, reckoned from those of the texts that pages have now.
        let words: Double
    }

    /// The texts of all pages, of those that are gone too.
    func texts() throws -> Texts {
        let changes = ["log", "--no-merges", "--no-renames", "--diff-filter=AM", "--raw", "--no-abbrev", "--format="]
        let blobs = try git(changes).text.split(separator: "\n").compactMap { line -> Substring? in
            let parts = line.split(separator: "\t", maxSplits: 1)
            guard parts.count == 2, Self.pageName(parts[1]) != nil else { return nil }
            let fields = parts[0].split(separator: " ")
            return fields.count == 5 ? fields[3] : nil
        }
        let list = folder.newPath("blobs")
        try File.write(blobs.joined(separator: "\n") + "\n", to: list)
        let sizes = try git(["cat-file", "--batch-check=%(objectsize)"], input: list).text.split(separator: "\n")
        let size = sizes.compactMap { Int($0) }.reduce(0, +)
        return Texts(count: blobs.count, size: size, words: Double(size) * (try wordsPerByte()))
    }

    private func wordsPerByte() throws -> Double {
        var (words, bytes) = (0, 0)
        for page in pages {
            let text = try git(["cat-file", "blob", "HEAD:\(page.name).md"]).output
            words += Self.words(of: text)
            bytes += text.count
        }
        return Double(words) / Double(max(bytes, 1))
    }

    private func git(_ arguments: [String], input: String = "/dev/null") throws -> Command.Outcome {
        try Command("git", ["--git-dir=\(repository)", "-c", "core.quotePath=false"] + arguments, in: folder).run(input: input)
    }

    /// Runs of letters and digits, and runs of one sign; nearly what attribution counts.
    private static func words(of text: [UInt8]) -> Int {
        var (count, last) = (0, UInt8(ascii: " "))
        for byte in text {
            let kind = byte >= 0x80 || isAlphanumeric(byte) ? UInt8(ascii: "a") : byte
            if kind > UInt8(ascii: " "), kind != last { count += 1 }
            last = kind
        }
        return count
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        let lower = byte | 0x20
        return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z") || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }
}
