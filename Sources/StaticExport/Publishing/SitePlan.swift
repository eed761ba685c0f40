import Presentation

/// What a site is made of: its units, what each depends on, and the files of each. What did not change since the last run is told
/// from it, so that a run costs what changed.
struct SitePlan {
    /// A page, a list, a file: what is made at once.
    struct Unit {
        /// What it depends on.
        let key: UInt64
        /// What a later run wants to know of it, such as links that lead nowhere; no tab or line end.
        let note: String
        /// Its files, relative to the site's folder.
        let files: [String]
    }

    /// What the whole site depends on.
    struct Basis: Equatable {
        /// The folder it stands in, so that a plan is never taken for that of another one.
        var folder = ""
        /// Theme, words, options and program.
        var settings = ""
        /// The commit it shows.
        var commit = ""
        /// The tree of that commit.
        var tree = ""
        /// Names and credits of people.
        var people = ""
        /// Where pages are in the other versions beside it.
        var versions = ""

        /// Whether two stand for the same site, wherever it is.
        func isSame(as other: Basis) -> Bool {
            (settings, commit, tree, people, versions) == (other.settings, other.commit, other.tree, other.people, other.versions)
        }
    }

    var basis = Basis()
    private var lines: [String: Line] = [:]

    private enum Line {
        /// As it was read, and where its key ends.
        case written(ArraySlice<UInt8>, key: UInt64)
        case made(Unit)
    }

    private static let heading = "stemma plan 2"
    private static let tab = UInt8(ascii: "\t")
    private static let end = UInt8(ascii: "\n")

    init() {}

    /// Reads a plan; nil where it is none of this version.
    init?(_ bytes: [UInt8]) {
        var rest = bytes.split(separator: Self.end, omittingEmptySubsequences: true).makeIterator()
        guard let heading = rest.next(), String(decoding: heading, as: UTF8.self) == Self.heading, let facts = rest.next() else {
            return nil
        }
        let fields = facts.split(separator: Self.tab, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
        guard fields.count == 6 else { return nil }
        basis = Basis(folder: fields[0], settings: fields[1], commit: fields[2], tree: fields[3], people: fields[4], versions: fields[5])
        while let line = rest.next() {
            guard let first = line.firstIndex(of: Self.tab), let second = line[(first + 1)...].firstIndex(of: Self.tab),
                let key = UInt64(String(decoding: line[(first + 1)..<second], as: UTF8.self), radix: 16)
            else { return nil }
            lines[String(decoding: line[..<first], as: UTF8.self)] = .written(line[(second + 1)...], key: key)
        }
    }

    /// The names of all units.
    var names: some Sequence<String> { lines.keys }

    /// What a unit depended on; nil for one that is not in it.
    func key(_ name: String) -> UInt64? {
        switch lines[name] {
        case .written(_, let key): key
        case .made(let unit): unit.key
        case nil: nil
        }
    }

    /// A unit.
    subscript(name: String) -> Unit? {
        switch lines[name] {
        case .made(let unit): return unit
        case .written(let rest, let key):
            let fields = rest.split(separator: Self.tab, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
            return Unit(key: key, note: fields.first ?? "", files: Array(fields.dropFirst()))
        case nil: return nil
        }
    }

    /// The files of all units. Cost: the whole plan.
    var files: [String] { lines.keys.flatMap { self[$0]?.files ?? [] } }

    /// Puts a unit in.
    mutating func set(_ name: String, _ unit: Unit) { lines[name] = .made(unit) }

    /// Takes a unit over from an older plan, as it is.
    mutating func keep(_ name: String, from other: SitePlan) { lines[name] = other.lines[name] }

    /// As it is written, the same for the same units.
    var bytes: [UInt8] {
        var result = Array("\(Self.heading)\n".utf8)
        result += [basis.folder, basis.settings, basis.commit, basis.tree, basis.people, basis.versions].joined(separator: "\t").utf8
        result.append(Self.end)
        for (name, line) in lines {
            result += name.utf8
            result.append(Self.tab)
            switch line {
            case .written(let rest, let key):
                result += String(key, radix: 16).utf8
                result.append(Self.tab)
                result += rest
            case .made(let unit):
                result += ([String(unit.key, radix: 16), unit.note] + unit.files).joined(separator: "\t").utf8
            }
            result.append(Self.end)
        }
        return result
    }
}
