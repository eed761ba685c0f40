import WikiCore

/// Where pages send readers on.
enum BookRedirect {
    /// The page itself, or the one that it redirects to in the end; nil where that is none.
    static func end(of page: Page, in snapshot: WikiSnapshot) throws -> Page? {
        switch try snapshot.redirectEnd(of: page) {
        case nil: return page
        case .address(let path):
            guard case .page(let end) = try snapshot.lookup.find(path), end.redirect == nil else { return nil }
            return end
        case .circle, .missing: return nil
        }
    }
}
