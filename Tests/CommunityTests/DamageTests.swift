import GRDB
import Glibc
import Testing

@testable import Community

@Suite("Damage to the file of people is found")
struct DamageTests {
    @Test func aSoundFile() async throws {
        let company = try Company()
        try await company.person("ada", .admin, email: "ada@example.org")
        #expect(try await company.members.damage() == [])
    }

    @Test func overwrittenPages() async throws {
        let company = try Company()
        for number in 0..<40 { try await company.person("person\(number)", email: "person\(number)@example.org") }
        company.members.close()
        try await DatabaseQueue(path: company.file).writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        let file = try #require(fopen(company.file, "r+"))
        fseek(file, 0, SEEK_END)
        let size = ftell(file)
        try #require(size > 8 * 4096)
        // The first page tells of the others, and has to be read for the file to be opened.
        for page in stride(from: 4096, to: size, by: 4096) {
            fseek(file, page, SEEK_SET)
            fwrite([UInt8](repeating: 0xA5, count: 64), 1, 64, file)
        }
        fclose(file)
        for ending in ["-wal", "-shm"] { unlink(company.file + ending) }
        do {
            let damage = try await company.another().damage()
            #expect(!damage.isEmpty)
        } catch MemberError.storage {
            // So broken that it can't even be opened.
        }
    }
}
