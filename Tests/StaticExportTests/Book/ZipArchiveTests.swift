import Testing

@testable import StaticExport

/// An archive is what EPUB asks for, and the same each time.
struct ZipArchiveTests {
    private func archive() throws -> [UInt8] {
        var archive = ZipArchive(year: 2023, month: 11, day: 14, hour: 22, minute: 13, second: 20)
        archive.add("mimetype", Array("application/epub+zip".utf8), isStored: true)
        archive.add("a/empty", [])
        archive.add("a/ü", [UInt8](repeating: 65, count: 100_000))
        return try archive.bytes()
    }

    @Test func itBeginsWithItsTypeAsItIs() throws {
        let bytes = try archive()
        #expect(bytes.starts(with: [0x50, 0x4B, 3, 4]))
        #expect(bytes[8..<10].elementsEqual([0, 0]), "stored")
        #expect(bytes[10..<14].elementsEqual([0xAA, 0xB1, 0x6E, 0x57]), "the time that was given, whatever the zone")
        #expect(bytes[26..<30].elementsEqual([8, 0, 0, 0]), "a name of eight bytes and no extra field")
        #expect(bytes[30..<58].elementsEqual("mimetypeapplication/epub+zip".utf8))
        #expect(bytes.count < 2000, "the rest is packed")
    }

    @Test func theSameFilesGiveTheSameBytes() throws { #expect(try archive() == archive()) }

    @Test func timesOutOfRangeAreHeld() throws {
        for year in [-5000, 1601, 9999] {
            var archive = ZipArchive(year: year, month: 12, day: 31, hour: 23, minute: 59, second: 59)
            archive.add("x", [1])
            #expect(try archive.bytes().count > 22)
        }
    }
}
