/// The JSON API, version 1.
extension SiteURL {
    /// Below which every version of the API stands, without a last slash.
    package var apiRoot: String { interface("api") }

    /// The root of the API, without a last slash.
    package var api: String { "\(apiRoot)/v1" }

    /// The description of the API.
    package var apiDescription: String { "\(api)/openapi.json" }

    /// The list of pages.
    package func apiPages(prefix: String? = nil, after: String? = nil) -> String {
        Self.withQuery("\(api)/pages", [("prefix", prefix), ("after", after)])
    }

    /// One page, at a revision where given.
    package func apiPage(_ path: [UInt8], revision: String? = nil) -> String { apiAction("pages", path, [("rev", revision)]) }

    /// The revisions of a page.
    package func apiHistory(_ path: [UInt8], after: String? = nil) -> String { apiAction("history", path, [("after", after)]) }

    /// The difference of two revisions.
    package func apiDiff(_ path: [UInt8], from: String? = nil, to: String? = nil) -> String {
        apiAction("diff", path, [("from", from), ("to", to)])
    }

    /// Search results.
    package func apiSearch(_ query: String? = nil) -> String { Self.withQuery("\(api)/search", [("q", query)]) }

    /// Recent changes.
    package func apiRecent(after: String? = nil) -> String { Self.withQuery("\(api)/recent", [("after", after)]) }

    private func apiAction(_ verb: String, _ path: [UInt8], _ query: [(String, String?)]) -> String {
        Self.withQuery("\(api)/\(verb)/\(encodedPath(path))", query)
    }
}
