/// How a plan keeps links that lead nowhere, so that a run knows of those on pages that it does not make again.
extension BrokenLink {
    private static let prefix = "broken "

    /// The name of the unit that keeps those of a page for the next run.
    static func unit(_ page: Int64) -> String { "\(prefix)\(page)" }

    /// A unit that keeps those of one page; what can't stand in a plan is left out.
    static func unit(_ links: [BrokenLink], key: UInt64) -> SitePlan.Unit {
        let path = links.first.map { $0.page.map { String($0, radix: 16) }.joined(separator: ",") } ?? ""
        let targets = links.map { link in
            let target = String(String.UnicodeScalarView(link.target.unicodeScalars.map { $0.value < 32 ? " " : $0 }))
            return Array("\(link.kind.rawValue) \(target)".utf8)
        }
        let sorted = Set(targets).sorted { $0.lexicographicallyPrecedes($1) }.map { String(decoding: $0, as: UTF8.self) }
        return SitePlan.Unit(key: key, note: ([path] + sorted).joined(separator: "\u{1F}"), files: [])
    }

    /// All of a plan.
    static func list(in plan: SitePlan) -> [BrokenLink] {
        plan.names.filter { $0.hasPrefix(prefix) }.sorted().flatMap { name -> [BrokenLink] in
            let fields = plan[name]?.note.split(separator: "\u{1F}", omittingEmptySubsequences: false) ?? []
            guard let first = fields.first else { return [] }
            let page = first.split(separator: ",").compactMap { UInt8($0, radix: 16) }
            return fields.dropFirst().compactMap { field in
                guard let space = field.firstIndex(of: " "), let kind = Kind(rawValue: String(field[..<space])) else { return nil }
                return BrokenLink(page: page, target: String(field[field.index(after: space)...]), kind: kind)
            }
        }
    }
}
