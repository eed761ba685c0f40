import GRDB

extension IndexReader {
    /// The anchors of the headings of a page, in order.
    package func anchors(of page: Int64, limit: Int) throws -> [String] {
        let statement = try database.cachedStatement(sql: "SELECT anchor FROM heading WHERE page = ? ORDER BY position LIMIT ?")
        return try String.fetchAll(statement, arguments: [page, limit])
    }
}
