import Testing

/// The links of a site's HTML, followed as a browser follows them from a disk.
struct SiteLinks {
    /// A link, and the file that has it.
    struct Link: Hashable {
        let file: String
        let address: String
    }

    /// All links that lead to other files of the site, or should.
    let inner: [Link]
    private let files: Set<String>
    private let anchors: [String: Set<String>]

    init(_ tree: FileTree) {
        let pages = tree.paths(".html")
        inner = pages.flatMap { file in
            Self.values(["href", "src"], in: tree.text(file)).filter { !Self.isElsewhere($0) }.map { Link(file: file, address: $0) }
        }
        files = Set(tree.files.keys)
        anchors = Dictionary(uniqueKeysWithValues: pages.map { ($0, Set(Self.values(["id"], in: tree.text($0)))) })
    }

    /// Those that lead nowhere: to no file, or to no place in it.
    var broken: [String] { problems { $0 } }

    /// Those that lead to no file.
    var brokenFiles: [String] { problems { _ in nil } }

    private func problems(_ place: (String) -> String?) -> [String] {
        Set(inner).compactMap { link in
            let parts = link.address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
            let plain = parts[0].prefix { $0 != "?" }
            let target = plain.isEmpty ? link.file : Self.resolved(Self.decoded(plain), from: link.file)
            guard let target, files.contains(target) else { return "\(link.file): \(link.address)" }
            guard parts.count == 2, !parts[1].isEmpty, let known = anchors[target] else { return nil }
            return known.contains(Self.decoded(parts[1])) ? nil : place("\(link.file): \(link.address) has no such place")
        }.sorted()
    }

    /// True where an address leads out of the site, or is no file's.
    private static func isElsewhere(_ address: String) -> Bool {
        let scheme = address.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
        return !scheme.isEmpty && address.dropFirst(scheme.count).hasPrefix(":") || address.hasPrefix("//")
    }

    /// The file that an address means, relative to the site; nil for what lies outside it.
    private static func resolved(_ address: String, from file: String) -> String? {
        // Only the page for what is missing begins at the root, since nobody knows where it is read.
        var segments = address.hasPrefix("/") ? [] : file.split(separator: "/").dropLast().map(String.init)
        for segment in address.split(separator: "/") {
            switch segment {
            case ".": continue
            case "..": if segments.popLast() == nil { return nil }
            default: segments.append(String(segment))
            }
        }
        return segments.joined(separator: "/")
    }

    private static func decoded(_ text: some StringProtocol) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The values of attributes of all tags.
    private static func values(_ names: [String], in html: String) -> [String] {
        let bytes = Array(html.utf8)
        var values: [String] = []
        for name in names {
            let start = Array(" \(name)=\"".utf8)
            var place = 0
            while let found = Self.find(start, in: bytes, from: place) {
                let begin = found + start.count
                let end = bytes[begin...].firstIndex(of: UInt8(ascii: "\"")) ?? bytes.count
                values.append(Self.plain(String(decoding: bytes[begin..<end], as: UTF8.self)))
                place = end
            }
        }
        return values
    }

    private static func find(_ pattern: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        var place = start
        while let found = bytes[place...].firstIndex(of: pattern[0]) {
            if bytes[found...].starts(with: pattern) { return found }
            place = found + 1
        }
        return nil
    }

    private static func plain(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        return [("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")].reduce(text) {
            $0.replacing($1.0, with: $1.1)
        }
    }
}
