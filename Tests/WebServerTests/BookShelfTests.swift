import Git
import Glibc
import TestSupport
import Testing

@testable import WebServer

/// The shelf keeps so many books and so many bytes, and nothing of an earlier server.
struct BookShelfTests {
    private let place: TemporaryFolder
    private var folder: String { "\(place.path)/exports" }

    init() throws { place = try TemporaryFolder() }

    private func key(_ epoch: Int, _ format: BookFormat = .epub) throws -> BookKey {
        BookKey(page: GitPath("Book"), commit: try #require(ObjectID(hex: String(repeating: "a", count: 40))), epoch: epoch, format: format)
    }

    /// Puts a book of so many bytes on a shelf.
    private func add(_ shelf: BookShelf, _ epoch: Int, bytes: Int) throws {
        let path = try shelf.newFile(.epub)
        let file = try #require(fopen(path, "w"))
        fwrite([UInt8](repeating: 1, count: bytes), 1, bytes, file)
        fclose(file)
        try shelf.keep(path, as: try key(epoch))
    }

    private func files() throws -> Int {
        let directory = try #require(opendir(folder))
        defer { closedir(directory) }
        var count = 0
        while readdir(directory) != nil { count += 1 }
        return count - 2
    }

    @Test func theOldestGoWhereThereAreTooMany() throws {
        let shelf = BookShelf(folder: folder, countLimit: 3, sizeLimit: 1000)
        for epoch in 0..<5 { try add(shelf, epoch, bytes: 10) }
        #expect(try (0..<5).map { shelf.book(try key($0)) != nil } == [false, false, true, true, true])
        #expect(try files() == 3)
    }

    @Test func theOldestGoWhereTheyAreTooLarge() throws {
        let shelf = BookShelf(folder: folder, countLimit: 100, sizeLimit: 100)
        for epoch in 0..<4 { try add(shelf, epoch, bytes: 30) }
        try add(shelf, 4, bytes: 70)
        #expect(try (0..<5).map { shelf.book(try key($0)) != nil } == [false, false, false, true, true])
        #expect(throws: ExportFailure("tooLarge")) { try add(shelf, 5, bytes: 101) }
        #expect(try files() == 2, "what is too large for the shelf takes no place")
        #expect(try shelf.book(key(4))?.size == 70)
    }

    @Test func aBookThatIsMadeAgainTakesThePlaceOfTheOld() throws {
        let shelf = BookShelf(folder: folder, countLimit: 3, sizeLimit: 100)
        try add(shelf, 1, bytes: 60)
        try add(shelf, 1, bytes: 61)
        #expect(try shelf.book(key(1))?.size == 61)
        #expect(try files() == 1)
    }

    @Test func anEarlierServerLeavesNothing() throws {
        try add(BookShelf(folder: folder), 1, bytes: 10)
        let shelf = BookShelf(folder: folder)
        #expect(try shelf.book(key(1)) == nil)
        #expect(try files() == 0)
    }

    @Test func onlyTheOwnerLooksIn() throws {
        try add(BookShelf(folder: folder), 1, bytes: 10)
        #expect(access(folder, R_OK | X_OK) == 0)
        let listing = try ChildProcess.run("stat", ["-c", "%a", folder])
        #expect(String(decoding: listing.output, as: UTF8.self) == "700\n")
    }

    @Test func aFolderThatCannotBeMadeIsTold() throws {
        let shelf = BookShelf(folder: "\(folder)/not/there")
        #expect { try shelf.newFile(.html) } throws: { ($0 as? ExportFailure)?.code == "unwritable" }
    }

    @Test func namesInAddressesRoundTrip() throws {
        let book = try key(7, .html)
        #expect(BookKey(page: book.page, id: book.id) == book)
        let wrong = [
            "", "x", "\(book.commit.hex)-7", "\(book.commit.hex)-7-mobi", "\(book.commit.hex)--epub", "\(book.commit.hex)-+7-epub",
            "\(book.commit.hex)-99999999999999999999-epub", "\(book.commit.hex)-7-epub-", "../../etc-1-epub",
        ]
        #expect(wrong.allSatisfy { BookKey(page: book.page, id: $0) == nil })
    }
}
