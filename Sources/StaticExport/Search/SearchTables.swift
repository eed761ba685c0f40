import Git

/// What a result shows of a document, and how long it is, in files of many documents each.
struct SearchTables {
    /// The rows of titles by the documents' numbers, as a file holds them.
    var rows: [Int: [UInt8]] = [:]
    /// How many words each document has.
    var lengths: [Int: Int] = [:]

    /// Adds a document.
    mutating func put(_ document: SearchDocument, length: Int) {
        let fields = [document.title, document.address, document.path.display, document.changed.map { String($0) } ?? ""]
        var row = Array(String(document.number).utf8)
        for field in fields {
            row.append(UInt8(ascii: "\t"))
            SearchScript.escape(field.utf8, into: &row)
        }
        rows[document.number] = row
        lengths[document.number] = length
    }

    /// Takes a document away.
    mutating func remove(_ number: Int) {
        rows[number] = nil
        lengths[number] = nil
    }

    /// Adds what a file of titles holds; false where it is none.
    mutating func readRows(_ bytes: [UInt8]) -> Bool {
        guard let script = SearchScript(script: bytes) else { return false }
        for row in script.rows {
            guard let number = Int(String(decoding: row.prefix { $0 != UInt8(ascii: "\t") }, as: UTF8.self)) else { return false }
            rows[number] = Array(row)
        }
        return true
    }

    /// Adds what a file of lengths holds; false where it is none.
    mutating func readLengths(_ bytes: [UInt8], from first: Int) -> Bool {
        guard let row = SearchScript(script: bytes)?.rows.first, let numbers = PostingCode.numbers(row) else { return false }
        for (place, number) in numbers.enumerated() where number > 0 { lengths[first + place] = number - 1 }
        return true
    }

    /// The files of titles by their numbers.
    func rowScripts(_ size: Int) -> [Int: SearchScript] {
        var scripts: [Int: SearchScript] = [:]
        for (number, row) in rows.sorted(by: { $0.key < $1.key }) {
            scripts[number / size, default: SearchScript()].append(escaped: row)
        }
        return scripts
    }

    /// The files of lengths by their numbers: one number for each document, greater by one, so that 0 says that there is none.
    func lengthScripts(_ size: Int) -> [Int: SearchScript] {
        Dictionary(grouping: lengths.keys) { $0 / size }.mapValues { numbers in
            var script: [UInt8] = []
            let last = numbers.max() ?? 0
            for number in (last / size * size)...last { PostingCode.append(lengths[number].map { $0 + 1 } ?? 0, to: &script) }
            return SearchScript(lines: script + [UInt8(ascii: "\n")])
        }
    }
}
