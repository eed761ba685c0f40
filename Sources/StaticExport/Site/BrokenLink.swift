/// A link of a page that leads nowhere.
package struct BrokenLink: Sendable, Hashable, Comparable {
    /// The page's file in the site.
    package let page: String
    /// What the link says.
    package let target: String

    package init(page: String, target: String) {
        self.page = page
        self.target = target
    }

    package static func < (one: BrokenLink, other: BrokenLink) -> Bool {
        (one.page, one.target) < (other.page, other.target)
    }

    /// The name of the unit that keeps those of a page for the next run.
    static func unit(_ page: Int64) -> String { "broken \(page)" }

    /// A unit that keeps some; what can't stand in a plan is left out.
    static func unit(_ page: String, _ targets: [String], key: UInt64) -> SitePlan.Unit {
        let plain = Set(targets).map { target in
            String(String.UnicodeScalarView(target.unicodeScalars.map { $0.value < 32 ? " " : $0 }))
        }
        return SitePlan.Unit(key: key, note: ([page] + plain.sorted()).joined(separator: "\u{1F}"), files: [])
    }

    /// All of a plan, in order.
    static func list(in plan: SitePlan) -> [BrokenLink] {
        plan.names.filter { $0.hasPrefix("broken ") }.flatMap { name -> [BrokenLink] in
            let fields = plan[name]?.note.split(separator: "\u{1F}").map(String.init) ?? []
            return fields.dropFirst().map { BrokenLink(page: fields[0], target: $0) }
        }.sorted()
    }
}
