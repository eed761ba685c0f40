/// A link of a page that leads nowhere.
package struct BrokenLink: Sendable, Hashable {
    /// What is missing.
    package enum Kind: String, Sendable, CaseIterable {
        /// There is no such page.
        case page
        /// There is no such file.
        case file
        /// The page is there, and has no such heading.
        case heading
        /// A page that sends its readers on names no page.
        case redirect
    }

    /// The path of the page that the link is on.
    package let page: [UInt8]
    /// What the link names, as it is written.
    package let target: String
    /// What is missing.
    package let kind: Kind

    package init(page: [UInt8], target: String, kind: Kind) {
        self.page = page
        self.target = target
        self.kind = kind
    }

    /// Links as a command prints them: each once, by pages, a line each. What a terminal would obey is written in digits.
    package static func listing(_ links: some Sequence<BrokenLink>) -> String {
        let sorted = Set(links.map(Key.init)).sorted { $0.order.lexicographicallyPrecedes($1.order) }
        return sorted.map { "\($0.link.line)\n" }.joined()
    }

    private var line: String {
        "\(Self.shown(String(decoding: page, as: UTF8.self))): \(Self.shown(target)) (\(kind.missing))"
    }

    /// Links that differ in a byte are not the same.
    private struct Key: Hashable {
        let order: [UInt8]
        let link: BrokenLink

        init(_ link: BrokenLink) {
            self.link = link
            order = link.page + [0] + Array(link.target.utf8) + [0] + Array(link.kind.rawValue.utf8)
        }

        static func == (one: Key, other: Key) -> Bool { one.order == other.order }

        func hash(into hasher: inout Hasher) { hasher.combine(order) }
    }

    private static func shown(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { shown, scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            default: shown.unicodeScalars.append(scalar)
            }
        }
    }
}

extension BrokenLink.Kind {
    fileprivate var missing: String {
        switch self {
        case .page: "no such page"
        case .file: "no such file"
        case .heading: "no such heading"
        case .redirect: "redirects to no page"
        }
    }
}
