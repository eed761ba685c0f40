import Git
import Synchronization
import Testing

@testable import GitTransport

@Suite struct PushOpeningTests {
    private let one = String(repeating: "1", count: 40)
    private let two = String(repeating: "2", count: 40)

    /// Reads bytes that come in pieces.
    private func read(_ bytes: [UInt8], piece: Int = .max) async throws -> PushOpening {
        let rest = Mutex(bytes[...])
        return try await PushOpening.read {
            rest.withLock { rest in
                guard !rest.isEmpty else { return nil }
                defer { rest = rest.dropFirst(piece) }
                return Array(rest.prefix(piece))
            }
        }
    }

    @Test(arguments: [1, 7, Int.max])
    func commandsAndCapabilitiesAreRead(piece: Int) async throws {
        let bytes =
            PacketLine.line("shallow \(one)") + PacketLine.line("\(one) \(two) refs/heads/main\0 report-status side-band-64k agent=git/2\n")
            + PacketLine.line("\(String(repeating: "0", count: 40)) \(two) refs/tags/v1") + PacketLine.flush
        let opening = try await read(bytes + Array("PACK".utf8), piece: piece)
        #expect(opening.commands.map(\.name) == [Array("refs/heads/main".utf8), Array("refs/tags/v1".utf8)])
        #expect(opening.commands.map(\.kind) == [.branch, .tag(Array("v1".utf8))])
        #expect(opening.commands[1].old == nil)
        #expect(opening.capabilities == ["report-status", "side-band-64k", "agent=git/2"])
        #expect(!opening.isOverlong)
        // All that was read goes on to git.
        #expect(opening.bytes.starts(with: bytes))
    }

    @Test(arguments: [1, 50, 128, Int.max])
    func theBeginningOfThePackIsSeen(piece: Int) throws {
        let commands = PacketLine.line("\(one) \(two) refs/heads/main\0 report-status") + PacketLine.flush
        var reading = PushOpening.Reading()
        var isWhole = false
        for start in stride(from: 0, to: commands.count, by: min(piece, commands.count)) {
            #expect(!isWhole)
            isWhole = try reading.take(Array(commands[start..<min(commands.count, start + min(piece, commands.count))]))
        }
        #expect(isWhole && !reading.isFollowed && reading.opening.wantsPack)
        #expect(try reading.take(Array("PACK".utf8)) && reading.isFollowed)
        #expect(reading.opening.bytes == commands + Array("PACK".utf8))
        var deletion = PushOpening.Reading()
        let nothing = String(repeating: "0", count: 40)
        #expect(try deletion.take(PacketLine.line("\(one) \(nothing) refs/heads/main") + PacketLine.flush))
        #expect(!deletion.opening.wantsPack, "no pack comes behind it")
    }

    @Test func aProbeHasNoCommands() async throws {
        #expect(try await read(PacketLine.flush).commands == [])
        #expect(try await read([]).commands == [])
    }

    @Test func tenThousandCommandsAreNotRead() async throws {
        let lines = (0..<10_000).flatMap { PacketLine.line("\(one) \(two) refs/heads/b\($0)\($0 == 0 ? "\0 report-status" : "")") }
        let opening = try await read(lines + PacketLine.flush, piece: 65_536)
        #expect(opening.isOverlong)
        #expect(opening.commands.count == PushOpening.commandLimit + 1)
        #expect(opening.bytes.count <= 65_536)
    }

    @Test func whatIsNoPushIsTold() async {
        for text in ["", "hello", "\(one) refs/heads/main", "\(one) \(two) ", "push-cert\0 report-status", "\(one) xyz refs/heads/main"] {
            await #expect(throws: PushOpening.Malformed.self) {
                _ = try await read(PacketLine.line(text) + PacketLine.flush)
            }
        }
        await #expect(throws: PushOpening.Malformed.self) { _ = try await read(Array("GET / HTTP/1.1\r\n".utf8)) }
        await #expect(throws: PushOpening.Malformed.self) { _ = try await read(PacketLine.line("\(one) \(two) refs/heads/main")) }
        let endless = (0..<40_000).flatMap { _ in PacketLine.line("shallow \(one)") }
        await #expect(throws: PushOpening.Malformed.self) { _ = try await read(endless, piece: 65_536) }
    }
}
