import Glibc
import Synchronization
import TestSupport
import Testing

@testable import GitTransport

@Suite struct GzipInflaterTests {
    private func packed(_ bytes: [UInt8]) throws -> [UInt8] {
        let outcome = try ChildProcess.run("gzip", ["-9", "-c"], input: bytes)
        return outcome.output
    }

    /// Unpacks bytes that come in pieces, and gives back the pieces that come out.
    private func pieces(of bytes: [UInt8], piece: Int = 1000, limit: Int = .max) async throws -> [[UInt8]] {
        let inflater = try #require(GzipInflater())
        var rest = bytes[...]
        var result: [[UInt8]] = []
        while result.count < limit {
            let next = try await inflater.next {
                guard !rest.isEmpty else { return nil }
                defer { rest = rest.dropFirst(piece) }
                return Array(rest.prefix(piece))
            }
            guard let next else { break }
            result.append(next)
        }
        return result
    }

    @Test(arguments: [0, 1, 65_536, 1_000_000]) func textsComeBack(count: Int) async throws {
        var generator = SeededGenerator(seed: 3)
        let text = (0..<count).map { _ in UInt8.random(in: 0...15, using: &generator) }
        for piece in [1_000_000, 777] {
            #expect(try await pieces(of: packed(text), piece: piece).flatMap { $0 } == text)
        }
    }

    @Test func aBombComesInSmallPieces() async throws {
        let bomb = try packed([UInt8](repeating: 0, count: 100 << 20))
        #expect(bomb.count < 200_000)
        let first = try await pieces(of: bomb, piece: .max, limit: 20)
        #expect(first.count == 20)
        #expect(first.allSatisfy { $0.count <= 64 << 10 })
    }

    @Test func whatIsNoGzipIsTold() async throws {
        let good = try packed(Array("hello".utf8))
        for bytes in [[], Array("hello".utf8), Array(good.dropLast(3)), good + [0], good + good] {
            await #expect(throws: GzipInflater.Malformed.self) { _ = try await pieces(of: bytes) }
        }
        // Packed twice: what comes out is what was packed, not what that stands for.
        #expect(try await pieces(of: packed(good)).flatMap { $0 } == good)
    }
}
