/// What the links of one page may cost together, with those of everything that it shows in place.
///
/// Depth alone bounds nothing: ten pages that each embed the next ten times would be ten thousand million. What goes
/// beyond the budget is linked instead of shown, and links instead of looked up lead where they say.
package final class LinkBudget {
    /// The most pages that one page shows in place, however deep they stand.
    package static let embeds = 200
    /// The most bytes of HTML that they bring.
    package static let embeddedBytes = 4 << 20
    /// The most links that are looked up.
    package static let lookups = 10_000
    /// The most places of other pages that are read for links that name one.
    package static let headings = 100_000

    private var embedsLeft = embeds
    private var bytesLeft = embeddedBytes
    private var lookupsLeft = lookups
    private var headingsLeft = headings
    /// Anchors by page, as bytes: two spellings of an accent are two anchors.
    private var anchors: [Int64: Set<[UInt8]>] = [:]
    /// The pages that were shown in place.
    private(set) var shown: [Int64] = []

    package init() {}

    /// Whether one more link may be looked up.
    package func takesLookup() -> Bool {
        lookupsLeft -= 1
        return lookupsLeft >= 0
    }

    /// The anchors of a page, read once for all links that lead there; nil where they can't be had, or no more fit.
    package func anchors(of page: Int64, read: (_ limit: Int) -> [String]?) -> Set<[UInt8]>? {
        if let known = anchors[page] { return known }
        guard headingsLeft > 0, let found = read(headingsLeft) else { return nil }
        headingsLeft -= found.count + 1
        // Some of them tell nothing of what is not among them.
        guard headingsLeft >= 0 else { return nil }
        let set = Set(found.map { Array($0.utf8) })
        anchors[page] = set
        return set
    }

    /// Takes note of a page that is shown in place.
    func note(shown page: Int64) { shown.append(page) }

    /// Whether one more page of so many bytes may be shown in place.
    package func takesEmbed(bytes: Int) -> Bool {
        guard embedsLeft > 0, bytes <= bytesLeft else { return false }
        embedsLeft -= 1
        bytesLeft -= bytes
        return true
    }
}
