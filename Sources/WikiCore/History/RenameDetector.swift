import Git

/// Tells which added pages of one commit are pages that went elsewhere in the same commit.
///
/// Our own moves say so in a trailer; else an equal text; else texts alike by git's measure (half of the bytes in
/// common lines), within adds × sources, capped. A source is a deleted page, or one that became a redirect.
struct RenameDetector {
    /// The most pairs whose texts are compared.
    static let pairLimit = 10_000
    /// Texts of more bytes are only compared whole.
    static let sizeLimit = 2 << 20
    /// A redirect is a short text.
    static let redirectSizeLimit = 4 << 10

    let repository: Repository

    /// A page that may have gone elsewhere: its old path and text.
    struct Source {
        let file: GitPath
        let blob: ObjectID
        /// True where a redirect stands at the old path now.
        var leavesRedirect = false
    }

    /// The new path of each renamed page, by its old one.
    func renames(changes: [TreeChange], commit: Commit) throws -> [(old: GitPath, new: GitPath, leavesRedirect: Bool)] {
        var added = changes.filter { $0.old == nil && $0.new != nil }
        guard !added.isEmpty else { return [] }
        var sources = changes.compactMap { change in
            change.new == nil ? change.old.map { Source(file: change.path, blob: $0.id) } : nil
        }
        sources += try redirects(among: changes)
        guard !sources.isEmpty else { return [] }
        var found: [(old: GitPath, new: GitPath, leavesRedirect: Bool)] = []
        func take(_ source: Source, _ path: GitPath) {
            found.append((source.file, path, source.leavesRedirect))
            sources.removeAll { $0.file == source.file }
            added.removeAll { $0.path == path }
        }
        for (source, path) in trailers(commit, sources, added) { take(source, path) }
        for (source, path) in exact(sources, added) { take(source, path) }
        for (source, path) in try similar(sources, added) { take(source, path) }
        return found
    }

    private func trailers(_ commit: Commit, _ sources: [Source], _ added: [TreeChange]) -> [(Source, GitPath)] {
        guard commit.message.utf8.contains(UInt8(ascii: ":")) else { return [] }
        return commit.trailers("Moved").compactMap { value in
            guard let arrow = value.firstRange(of: " -> ") else { return nil }
            let old = GitPath(String(value[..<arrow.lowerBound]))
            let new = GitPath(String(value[arrow.upperBound...]))
            guard let source = sources.first(where: { $0.file == old }), added.contains(where: { $0.path == new }) else { return nil }
            return (source, new)
        }
    }

    private func exact(_ sources: [Source], _ added: [TreeChange]) -> [(Source, GitPath)] {
        var byBlob = Dictionary(grouping: sources, by: \.blob)
        var result: [(Source, GitPath)] = []
        for change in added {
            guard let blob = change.new?.id, var candidates = byBlob[blob], !candidates.isEmpty else { continue }
            let index = candidates.firstIndex { $0.file.name.elementsEqual(change.path.name) } ?? 0
            result.append((candidates.remove(at: index), change.path))
            byBlob[blob] = candidates
        }
        return result
    }

    private func similar(_ sources: [Source], _ added: [TreeChange]) throws -> [(Source, GitPath)] {
        guard sources.count * added.count <= Self.pairLimit, !sources.isEmpty, !added.isEmpty else { return [] }
        let old = try sources.map { try LineCounts(readBounded($0.blob)) }
        let new = try added.map { try LineCounts(readBounded($0.new?.id)) }
        var pairs: [(score: Double, source: Int, target: Int)] = []
        for source in old.indices {
            for target in new.indices {
                let score = old[source].similarity(to: new[target])
                if score >= 0.5 { pairs.append((score, source, target)) }
            }
        }
        pairs.sort { ($1.score, $0.source, $0.target) < ($0.score, $1.source, $1.target) }
        var usedSources: Set<Int> = []
        var usedTargets: Set<Int> = []
        return pairs.compactMap { pair in
            guard !usedSources.contains(pair.source), !usedTargets.contains(pair.target) else { return nil }
            usedSources.insert(pair.source)
            usedTargets.insert(pair.target)
            return (sources[pair.source], added[pair.target].path)
        }
    }

    private func redirects(among changes: [TreeChange]) throws -> [Source] {
        let modified = changes.filter { $0.old != nil && $0.new != nil }
        guard modified.count <= 100 else { return [] }
        return try modified.compactMap { change in
            guard let old = change.old, let new = change.new, try repository.header(new.id).size <= Self.redirectSizeLimit,
                Self.isRedirect(try repository.blob(new.id)), !Self.isRedirect(try readBounded(old.id))
            else { return nil }
            return Source(file: change.path, blob: old.id, leavesRedirect: true)
        }
    }

    private func readBounded(_ blob: ObjectID?) throws -> [UInt8] {
        guard let blob, try repository.header(blob).size <= Self.sizeLimit else { return [] }
        return try repository.blob(blob)
    }

    /// True where the front matter names a target: enough to tell a move, without a parser of YAML.
    static func isRedirect(_ text: [UInt8]) -> Bool {
        let lines = text.prefix(redirectSizeLimit).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard let first = lines.first, first.starts(with: Array("---".utf8)) else { return false }
        let matter = lines.dropFirst().prefix { !$0.starts(with: Array("---".utf8)) }
        return matter.contains { $0.starts(with: Array("redirect:".utf8)) }
    }
}

/// How often each line stands in a text, by hash and length: what git's similarity counts.
private struct LineCounts {
    private var bytes: [Int: Int] = [:]
    private var total = 0

    init(_ text: [UInt8]) {
        total = text.count
        for line in text.split(separator: UInt8(ascii: "\n")) {
            var hash = 14_695_981_039_346_656_037 as UInt64
            for byte in line { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
            bytes[Int(truncatingIfNeeded: hash), default: 0] += line.count + 1
        }
    }

    /// The share of the larger text whose lines stand in both, 0 to 1.
    func similarity(to other: LineCounts) -> Double {
        let larger = max(total, other.total)
        guard larger > 0, total > 0, other.total > 0 else { return 0 }
        let common = bytes.reduce(0) { sum, item in sum + min(item.value, other.bytes[item.key] ?? 0) }
        return Double(common) / Double(larger)
    }
}
