package import Git

/// What the numbers in a page's authorship stand for: the commits in which words were first written, how many words each wrote
/// on this page, and the other pages from which words came.
///
/// Commits are named by their ids, since their places change when a branch is rewound.
package struct OriginTable: Hashable, Sendable {
    /// The commits, by number.
    package private(set) var commits: [ObjectID] = []
    /// How many words each commit wrote on this page.
    package private(set) var written: [Int] = []
    /// The pages from which words came, by number less one: number 0 is this page.
    package private(set) var pages: [Int64] = []
    private var numbers: [ObjectID: UInt32] = [:]
    private var pageNumbers: [Int64: UInt32] = [:]

    /// A table without entries.
    package init() {}

    /// The number of a commit, given where it has none.
    package mutating func number(of commit: ObjectID) -> UInt32 {
        if let number = numbers[commit] { return number }
        let number = UInt32(clamping: commits.count)
        commits.append(commit)
        written.append(0)
        numbers[commit] = number
        return number
    }

    /// The number of another page, given where it has none.
    package mutating func number(of page: Int64) -> UInt32 {
        if let number = pageNumbers[page] { return number }
        pages.append(page)
        let number = UInt32(clamping: pages.count)
        pageNumbers[page] = number
        return number
    }

    /// Notes how many words a commit wrote here.
    mutating func setWritten(_ words: Int, by number: UInt32) {
        if written.indices.contains(Int(number)) { written[Int(number)] = words }
    }

    /// The commit of a number; nil where it has none.
    package func commit(_ number: UInt32) -> ObjectID? {
        commits.indices.contains(Int(number)) ? commits[Int(number)] : nil
    }

    /// The page of a number; nil for this page.
    package func page(_ number: UInt32) -> Int64? {
        number > 0 && pages.indices.contains(Int(number) - 1) ? pages[Int(number) - 1] : nil
    }
}

extension OriginTable {
    private static let version: UInt8 = 1

    /// The bytes that are kept.
    func encoded() -> [UInt8] {
        var bytes = [Self.version]
        bytes.reserveCapacity(16 + commits.count * 22)
        Self.put(UInt64(commits.count), &bytes)
        for commit in commits { bytes += commit.bytes }
        for words in written { Self.put(UInt64(words), &bytes) }
        Self.put(UInt64(pages.count), &bytes)
        for page in pages { Self.put(UInt64(bitPattern: page), &bytes) }
        return bytes
    }

    /// Reads what was kept; nil where it is damaged.
    init?(decoding bytes: [UInt8]) {
        self.init()
        guard bytes.first == Self.version else { return nil }
        var rest = bytes.dropFirst()
        guard let count = Self.take(&rest), count <= UInt64(rest.count / 20) else { return nil }
        for _ in 0..<count {
            guard let id = ObjectID(bytes: rest.prefix(20)) else { return nil }
            rest = rest.dropFirst(20)
            _ = number(of: id)
        }
        guard commits.count == Int(count) else { return nil }
        for index in commits.indices {
            guard let words = Self.take(&rest) else { return nil }
            written[index] = Int(clamping: words)
        }
        guard let pageCount = Self.take(&rest), pageCount <= UInt64(rest.count) else { return nil }
        for _ in 0..<pageCount {
            guard let page = Self.take(&rest) else { return nil }
            _ = number(of: Int64(bitPattern: page))
        }
        guard rest.isEmpty, pages.count == Int(pageCount) else { return nil }
    }

    /// Seven bits a byte, the least first (LEB128).
    private static func put(_ value: UInt64, _ bytes: inout [UInt8]) {
        var value = value
        while value > 127 {
            bytes.append(UInt8(truncatingIfNeeded: value) | 128)
            value >>= 7
        }
        bytes.append(UInt8(value))
    }

    private static func take(_ rest: inout ArraySlice<UInt8>) -> UInt64? {
        var (value, shift) = (UInt64(0), UInt64(0))
        while let byte = rest.popFirst(), shift < 64 {
            value |= UInt64(byte & 127) << shift
            if byte < 128 { return value }
            shift += 7
        }
        return nil
    }
}
