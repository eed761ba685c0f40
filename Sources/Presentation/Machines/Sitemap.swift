import Markup

/// A sitemap (protocol 0.9 of sitemaps.org): the addresses of a site's pages and when each changed.
package struct Sitemap: Sendable {
    /// A page.
    package struct Entry: Sendable, Hashable {
        /// Its address, with scheme and host.
        package let address: String
        /// When it changed, in Unix seconds.
        package let seconds: Int?

        package init(address: String, seconds: Int?) {
            self.address = address
            self.seconds = seconds
        }
    }

    /// The most addresses in one file that the protocol allows.
    package static let entryLimit = 50_000
    /// The most bytes in one file that the protocol allows: 50 MiB.
    package static let byteLimit = 50 << 20

    /// The files, in the order of the entries; one at least. Several need an `index`.
    package let parts: [[UInt8]]
    /// When what is in each part changed last.
    private let changes: [Int?]

    private static let declaration = #"<?xml version="1.0" encoding="utf-8"?>"# + "\n"
    /// The first day whose year XML can write.
    private static let firstDay = -62_135_596_800
    private static let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"

    /// Linear in the length of the addresses.
    package init(_ entries: [Entry], entryLimit: Int = Self.entryLimit, byteLimit: Int = Self.byteLimit) {
        var parts: [[UInt8]] = []
        var changes: [Int?] = []
        var part = Self.opening("urlset")
        var (count, change) = (0, Int?.none)
        let closing = Self.closing("urlset")
        for entry in entries {
            let item = Self.item("url", entry.address, entry.seconds)
            if count > 0, count == entryLimit || part.count + item.count + closing.count > byteLimit {
                parts.append(part + closing)
                changes.append(change)
                (part, count, change) = (Self.opening("urlset"), 0, nil)
            }
            part += item
            count += 1
            change = [change, entry.seconds].compactMap { $0 }.max()
        }
        self.parts = parts + [part + closing]
        self.changes = changes + [change]
    }

    /// The file that names all parts.
    /// - Parameter addresses: those of the parts, with scheme and host, in order.
    package func index(_ addresses: [String]) -> [UInt8] {
        zip(addresses, changes).reduce(into: Self.opening("sitemapindex")) { $0 += Self.item("sitemap", $1.0, $1.1) }
            + Self.closing("sitemapindex")
    }

    private static func opening(_ name: String) -> [UInt8] { Array("\(declaration)<\(name) xmlns=\"\(namespace)\">\n".utf8) }

    private static func closing(_ name: String) -> [UInt8] { Array("</\(name)>\n".utf8) }

    private static func item(_ name: String, _ address: String, _ seconds: Int?) -> [UInt8] {
        var item = Array("<\(name)><loc>".utf8)
        item += escapedHTML(address).utf8
        item += "</loc>".utf8
        if let seconds, seconds >= firstDay { item += "<lastmod>\(CivilDate(seconds: seconds).iso)</lastmod>".utf8 }
        return item + Array("</\(name)>\n".utf8)
    }
}
