import GRDB

extension IndexReader {
    /// The living pages that describe a book, in order of their files. Cost: the answer.
    package func books(limit: Int) throws -> [Page] {
        try pages("page.id IN (SELECT page FROM text WHERE is_book)", [], order: "page.file", limit: limit)
    }
}
