import GRDB

extension IndexReader {
    /// The anchors of a page's places: of its headings in order, then of those that its author named. Cost: their number.
    package func anchors(of page: Int64, limit: Int) throws -> [String] {
        let headings = try database.cachedStatement(sql: "SELECT anchor FROM heading WHERE page = ? ORDER BY position LIMIT ?")
        let anchors = try String.fetchAll(headings, arguments: [page, limit])
        let places = try database.cachedStatement(sql: "SELECT anchor FROM place WHERE page = ? LIMIT ?")
        return anchors + (try String.fetchAll(places, arguments: [page, max(0, limit - anchors.count)]))
    }
}
