/// Which commits changed which pages, by the pages' files: the differences that a static site holds. Eight bytes for each.
package struct PageChanges: Sendable {
    private var commits: [String: [UInt64]] = [:]

    /// None.
    package init() {}

    /// Adds the commits that changed a page, each told by its id. Cost: sorted by `n` log `n` for each page.
    package mutating func add(_ ids: some Sequence<String>, to file: String) {
        commits[StaticSite.stem(of: file), default: []] += ids.compactMap { Self.mark($0) }
        commits[StaticSite.stem(of: file)]?.sort()
    }

    /// Whether a commit changed the page of a file.
    func holds(_ file: String, _ commit: String) -> Bool {
        guard let mark = Self.mark(commit), let marks = commits[StaticSite.stem(of: file)] else { return false }
        var (low, high) = (0, marks.count)
        while low < high {
            let middle = (low + high) / 2
            if marks[middle] < mark { low = middle + 1 } else { high = middle }
        }
        return low < marks.count && marks[low] == mark
    }

    /// As much of an id as files are called by, as a number.
    private static func mark(_ id: String) -> UInt64? { UInt64(id.prefix(12), radix: 16) }
}
