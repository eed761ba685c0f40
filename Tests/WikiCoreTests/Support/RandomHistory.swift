import Git
import TestSupport
import WikiCore

/// A history that grows by random steps: edits, births, deaths, moves of every kind, branches, merges of every kind,
/// rewinds, unrelated roots, changes of `.mailmap`. The same seed gives the same history.
struct RandomHistory {
    let history: History
    var generator: SeededGenerator
    /// Every commit made, and the files it has.
    private var files: [ObjectID: [String: String]] = [:]
    private(set) var commits: [ObjectID] = []
    private var heads: [ObjectID] = []

    init(seed: UInt64, history: History) {
        self.history = history
        generator = SeededGenerator(seed: seed)
    }

    /// One thing happens; the branch may move.
    mutating func step() throws {
        guard let main = try history.main() else {
            let first = try commit(["Home.md": "# Home\n\nWelcome.\n", "A.md": lines()], onto: [])
            return try history.setMain(first)
        }
        switch generator.below(20) {
        case 0..<9: try history.setMain(work(on: main))
        case 9: heads.append(try work(on: main))
        case 10, 11: if let head = pickHead() { heads[head] = try work(on: heads[head]) }
        case 12: if let old = generator.one(of: commits) { heads.append(try work(on: old)) }
        case 13, 14: if let head = pickHead() { try history.setMain(merge([main, heads[head]])) }
        case 15: if let head = pickHead() { try foxtrot(main, head) }
        case 16: if heads.count > 1 { try history.setMain(merge([main] + Array(Set(heads.suffix(3))))) }
        case 17: if let head = pickHead() { try crissCross(main, head) }
        case 18: try rewind(main)
        default: heads.append(try commit(["Root \(generator.below(3)).md": lines(), "A.md": lines()], onto: []))
        }
    }

    private mutating func pickHead() -> Int? { heads.isEmpty ? nil : generator.below(heads.count) }

    /// Somebody merged main into a branch, and pushed that as main.
    private mutating func foxtrot(_ main: ObjectID, _ head: Int) throws {
        let merged = try merge([heads[head], main])
        heads[head] = merged
        try history.setMain(merged)
    }

    private mutating func crissCross(_ main: ObjectID, _ head: Int) throws {
        let other = heads[head]
        heads[head] = try merge([other, main])
        try history.setMain(merge([main, other]))
    }

    /// Main goes back to an earlier commit, or elsewhere altogether; what it held may come back as a branch.
    private mutating func rewind(_ main: ObjectID) throws {
        if generator.oneIn(2) { heads.append(main) }
        var commit = main
        for _ in 0..<(1 + generator.below(4)) { commit = try history.repository.commit(commit).parents.first ?? commit }
        if generator.oneIn(4), let any = generator.one(of: commits) { commit = any }
        try history.setMain(commit)
    }

    // MARK: Commits

    private mutating func work(on parent: ObjectID) throws -> ObjectID {
        let old = files[parent] ?? [:]
        var new = old
        var message = "Change\n"
        for _ in 0..<(1 + generator.below(2)) { message = change(&new) ?? message }
        return try commit(changes(from: old, to: new), new, onto: [parent], message)
    }

    private mutating func merge(_ parents: [ObjectID]) throws -> ObjectID {
        var unique: [ObjectID] = []
        for parent in parents where !unique.contains(parent) { unique.append(parent) }
        let sides = unique.map { files[$0] ?? [:] }
        var new: [String: String] = [:]
        for path in Set(sides.flatMap(\.keys)).sorted() {
            let side = generator.oneIn(3) ? generator.below(sides.count) : sides.firstIndex { $0[path] != nil } ?? 0
            new[path] = sides[side][path]
        }
        if generator.oneIn(4) { _ = change(&new) }
        return try commit(changes(from: sides[0], to: new), new, onto: unique, "Merge\n")
    }

    private func changes(from old: [String: String], to new: [String: String]) -> [String: History.Change] {
        var result = new.filter { old[$0.key] != $0.value }.mapValues { text -> History.Change in
            text.hasPrefix("->") ? .symlink(text) : .text(text)
        }
        for path in old.keys where new[path] == nil { result[path] = .gone }
        return result
    }

    private mutating func commit(_ files: [String: String], onto parents: [ObjectID]) throws -> ObjectID {
        try commit(changes(from: [:], to: files), files, onto: parents, "Begin\n")
    }

    /// Now and then somebody wrote together with others.
    private static let coAuthor = "Co-authored-by: Ben <ben@example.org>\n"

    private mutating func commit(
        _ changes: [String: History.Change], _ files: [String: String], onto parents: [ObjectID], _ message: String
    ) throws -> ObjectID {
        let people = [("Ann", "ann@example.org"), ("ann", "ANN@example.org"), ("Ben", "ben@example.org"), ("Ben", "b@home.org")]
        // Clocks are wrong now and then, and often tie.
        let time = generator.oneIn(3) ? 1_600_000_000 + Int64(generator.below(40)) * 60 : history.clock / 600 * 600
        let trailer = message.contains("\n\n") ? Self.coAuthor : "\n\(Self.coAuthor)"
        let commit = try history.commit(
            changes, onto: parents, commits.count % 4 == 1 ? message + trailer : message, author: generator.one(of: people) ?? people[0],
            time: time)
        self.files[commit] = files
        commits.append(commit)
        return commit
    }

    // MARK: Changes

    /// Changes one thing; gives back a message where the change needs one of its own.
    private mutating func change(_ files: inout [String: String]) -> String? {
        let pages = files.keys.filter { $0.hasSuffix(".md") }.sorted()
        guard let page = generator.one(of: pages), let text = files[page] else {
            files["Home.md"] = lines()
            return nil
        }
        switch generator.below(16) {
        case 0..<5: files[page] = text + "More \(generator.below(100)).\n"
        case 5: files[newPath()] = lines()
        case 6: files[page] = nil
        case 7: move(&files, page, text)
        case 8: move(&files, page, text + "Moved and changed.\n")
        case 9: swap(&files, page, generator.one(of: pages) ?? page)
        case 10:
            let path = newPath()
            move(&files, page, text, to: path)
            files[page] = "---\nredirect: \(path.dropLast(3))\n---\n"
        case 11:
            let path = newPath()
            move(&files, page, lines(), to: path)
            return "Move\n\nMoved: \(page) -> \(path)\n"
        case 12: files[newPath()] = text
        case 13: files[page] = generator.oneIn(2) ? "->Home.md" : ""
        case 14: files["image \(generator.below(3)).png"] = generator.oneIn(3) ? nil : lines()
        default:
            files[".mailmap"] =
                generator.oneIn(3)
                ? nil : "Anna <ann@example.org> <b\(generator.oneIn(2) ? "en@example" : "@home").org>\nBenny <ben@example.org>\n"
        }
        return nil
    }

    private mutating func move(_ files: inout [String: String], _ page: String, _ text: String, to path: String? = nil) {
        files[page] = nil
        files[path ?? newPath()] = text
    }

    private func swap(_ files: inout [String: String], _ one: String, _ other: String) {
        (files[one], files[other]) = (files[other], files[one])
    }

    private mutating func newPath() -> String {
        let names = [
            "A.md", "B.md", "C.md", "a b.md", "Guide/A.md", "Guide/Home.md", "_Sidebar.md", "Guide/_Sidebar.md", "é.md", "x.MARKDOWN",
            "_hidden.md",
        ]
        return generator.one(of: names) ?? "A.md"
    }

    private mutating func lines() -> String {
        if generator.oneIn(8) { return "" }
        let words = ["one", "two", "three", "see [[A]]", "# Head", "---", "- item", "[b](B.md)", "日本語"]
        return (0..<(1 + generator.below(5))).map { _ in "\(generator.one(of: words) ?? "") \(generator.below(4))\n" }.joined()
    }
}
