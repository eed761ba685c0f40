/// Which lines of a nested list are shown around one of them, so that it fits beside a page.
enum ReadingOutline {
    /// The places of the lines that are shown, in order: all, where these are few; else those that lie open on the way to the
    /// current line, with its own children; else those of them nearest to it. Linear.
    /// - Parameters:
    ///   - depths: how deep each line is nested.
    ///   - current: the line around which the list is open; nil shows the outermost lines.
    static func shown(depths: [Int], current: Int?, limit: Int) -> [Int] {
        guard depths.count > limit else { return Array(depths.indices) }
        let parents = parents(of: depths)
        var open: Set<Int> = [-1]
        var above = current
        while let line = above {
            open.insert(line)
            above = parents[line] < 0 ? nil : parents[line]
        }
        let visible = depths.indices.filter { open.contains(parents[$0]) }
        guard visible.count > limit else { return visible }
        let middle = current.flatMap { current in visible.firstIndex { $0 >= current } } ?? 0
        let start = max(0, min(middle - limit / 2, visible.count - limit))
        return Array(visible[start..<(start + limit)])
    }

    /// The line that each one hangs below; -1 for none.
    private static func parents(of depths: [Int]) -> [Int] {
        var trail: [Int] = []
        return depths.indices.map { line in
            while let last = trail.last, depths[last] >= depths[line] { trail.removeLast() }
            defer { trail.append(line) }
            return trail.last ?? -1
        }
    }
}
