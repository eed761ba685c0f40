/// A Markdown file, taken apart just far enough to check its links.
struct MarkdownPage {
    /// A link to another file, or into this one.
    struct Link: Equatable {
        let line: Int
        /// The target as written, without its fragment.
        let target: String
        /// The part behind `#`.
        let fragment: String?
        let isWikilink: Bool
    }

    /// The links that are no absolute addresses.
    let links: [Link]
    /// The anchors of its headings, made as GitHub makes them. A leading `# H1` is the title and has none.
    let anchors: Set<String>

    init(_ text: String) {
        var links: [Link] = []
        var headings: [String] = []
        var fence: String?
        var isInFrontMatter = false
        var isFirstText = true
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if number == 0 && line == "---" {
                isInFrontMatter = true
            } else if isInFrontMatter {
                isInFrontMatter = line != "---"
            } else if let mark = Self.fence(line), fence.map(mark.hasPrefix) ?? true {
                fence = fence == nil ? mark : nil
                isFirstText = false
            } else if fence == nil, !line.allSatisfy(\.isWhitespace) {
                if let heading = Self.heading(line), !(isFirstText && line.hasPrefix("# ")) { headings.append(heading) }
                links += Self.links(in: Self.withoutCode(line), line: number + 1)
                isFirstText = false
            }
        }
        self.links = links
        anchors = Self.anchors(of: headings)
    }

    private static func fence(_ line: Substring) -> String? {
        let start = line.drop { $0 == " " || $0 == ">" }
        for sign in ["`", "~"] as [Character] {
            let mark = start.prefix { $0 == sign }
            if mark.count >= 3 { return String(mark) }
        }
        return nil
    }

    private static func heading(_ line: Substring) -> String? {
        guard let match = line.wholeMatch(of: #/ {0,3}#{1,6}\s+(.*?)\s*#*\s*/#) else { return nil }
        return String(match.1)
    }

    /// The line with code spans and comments blanked.
    private static func withoutCode(_ line: Substring) -> String {
        String(line).replacing(#/(`+)(?:(?!\1).)+\1/#, with: " ").replacing(#/<!--.*?-->|%%.*?%%/#, with: " ")
    }

    private static func links(in text: String, line: Int) -> [Link] {
        let wikilinks = text.matches(of: #/\[\[([^\[\]]+)\]\]/#).compactMap { match -> Link? in
            let target = String(match.1.split(separator: "|").first ?? "").filter { $0 != "\\" }
            return target == "_TOC_" ? nil : link(to: target, line: line, isWikilink: true)
        }
        let inline = text.matches(of: #/\]\(<?([^()\s>]+)>?(?:\s+"[^"]*")?\)/#).map { String($0.1) }
        let defined = text.matches(of: #/^\s{0,3}\[[^\]^]+\]:\s*<?(\S+?)>?\s*$/#).map { String($0.1) }
        let plain = (inline + defined).filter { !$0.contains(#/^([a-zA-Z][a-zA-Z0-9+.\-]*:|\/\/)/#) && !$0.hasPrefix("/-/") }
        return wikilinks + plain.compactMap { link(to: $0, line: line, isWikilink: false) }
    }

    private static func link(to text: String, line: Int, isWikilink: Bool) -> Link {
        let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        return Link(line: line, target: parts.first ?? "", fragment: parts.count > 1 ? parts[1] : nil, isWikilink: isWikilink)
    }

    private static func anchors(of headings: [String]) -> Set<String> {
        var anchors: Set<String> = []
        for heading in headings {
            let anchor = Self.anchor(of: heading)
            var number = 0
            while !anchors.insert(number == 0 ? anchor : "\(anchor)-\(number)").inserted { number += 1 }
        }
        return anchors
    }

    /// The anchor of one heading: letters, digits, `-` and `_` stay, spaces become `-`.
    static func anchor(of heading: String) -> String {
        let plain = heading.replacing(#/\[([^\]]*)\]\([^)]*\)/#) { String($0.1) }.replacing(#/[`*]/#, with: "")
        return String(
            plain.lowercased().compactMap { character in
                if character == " " { return "-" }
                return character.isLetter || character.isNumber || character == "-" || character == "_" ? character : nil
            })
    }
}
