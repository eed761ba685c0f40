import Testing

@testable import GitTransport

/// Git's own refusals get a sentence, and nothing else is touched.
@Suite struct ExplainedOutputTests {
    private static let fsck = [
        "error: object 844e32858c207f74f3d80721ef01c4b82fad2423: hasDotgit: contains '.git'\n", "fatal: fsck error in packed object\n",
    ]
    private static let tooLong = ["fatal: pack exceeds maximum allowed size (1.00 MiB)\n"]

    private func output() throws -> ExplainedOutput { ExplainedOutput(limit: 1 << 20, words: try PushWordsTests.words()) }

    private func packets(_ texts: [String]) -> [UInt8] {
        texts.flatMap { PacketLine.band(2, Array($0.utf8)) } + PacketLine.band(1, PacketLine.line("unpack index-pack abnormal exit\n"))
            + PacketLine.flush
    }

    /// What stands on the band for people.
    private func said(_ bytes: [UInt8]) throws -> String {
        var scanner = PacketScanner()
        scanner.append(bytes)
        var text: [UInt8] = []
        while let packet = try scanner.next() {
            if case .line(let line) = packet, line.first == 2 { text += line.dropFirst() }
        }
        return String(decoding: text, as: UTF8.self)
    }

    @Test(arguments: [1, 3, 7, 64, 4096]) func theSentenceComesFirstAndOnce(piece: Int) throws {
        for (texts, sentence, refusal) in [
            (Self.fsck, "Git holds an object", PushRefusal.unsoundObject),
            (Self.tooLong, "This push sends more than 1 MiB.", .packTooLarge(limit: 1 << 20)),
        ] {
            var output = try output()
            let bytes = packets(texts)
            var result: [UInt8] = []
            for start in stride(from: 0, to: bytes.count, by: piece) {
                result += output.pass(Array(bytes[start..<min(start + piece, bytes.count)]))
            }
            #expect(output.takeRest().isEmpty)
            let told = try said(result)
            #expect(told.hasPrefix(sentence) && told.hasSuffix(texts.joined()), "\(told)")
            #expect(told.ranges(of: sentence).count == 1)
            #expect(output.refusal == refusal)
        }
    }

    @Test func whatCouldNotBeUnpackedIsSaidAfterGitsWords() throws {
        for (before, report) in [
            (["fatal: early EOF\n"], "unpack unpack-objects abnormal exit\nng refs/heads/main unpacker error\n"),
            ([], "unpack eof before pack header was fully read\nng refs/heads/main unpacker error\n"),
            (["error: Could not read 11\n"], "unpack ok\nng refs/heads/main missing necessary objects\n"),
        ] {
            var output = try output()
            let lines = report.split(separator: "\n").flatMap { PacketLine.line("\($0)\n") }
            let bytes =
                before.flatMap { PacketLine.band(2, Array($0.utf8)) } + PacketLine.band(1, lines + PacketLine.flush) + PacketLine.flush
            let result = output.pass(bytes)
            let told = try said(result)
            #expect(told.hasPrefix(before.joined()) && told.contains("Git could not unpack what this push sent"), "\(told)")
            #expect(output.refusal == .unreadable && result.suffix(8) == PacketLine.flush + PacketLine.flush)
        }
        var fine = try output()
        _ = fine.pass(
            PacketLine.band(1, PacketLine.line("unpack ok\n") + PacketLine.line("ng refs/heads/main pre-receive hook declined\n")))
        #expect(fine.refusal == nil)
    }

    @Test func aFullDiskIsNoFaultOfTheClients() throws {
        var output = try output()
        let told = try said(output.pass(packets(["fatal: write error: No space left on device\n"])))
        #expect(told.contains("Something went wrong on the wiki's side.") && !told.contains("cut off"), "\(told)")
    }

    @Test func wordsInPiecesAreKnown() throws {
        var output = try output()
        let text = Array(Self.tooLong.joined().utf8)
        let bytes = text.flatMap { PacketLine.band(2, [$0]) }
        #expect(try said(output.pass(bytes)).contains("This push sends more than 1 MiB."))
    }

    @Test func everythingElsePasses() throws {
        var output = try output()
        let bytes =
            PacketLine.line("\(String(repeating: "0", count: 40)) capabilities^{}") + PacketLine.flush
            + PacketLine.band(2, Array("Resolving deltas: 100% (3/3), done.\n".utf8)) + PacketLine.line([1])
            + PacketLine.band(1, PacketLine.line("error: object \n"))
        #expect(output.pass(bytes) == bytes && output.refusal == nil)
        #expect(output.pass(Array("00".utf8)).isEmpty && output.takeRest() == Array("00".utf8))
        let words = Array("no packets at all, error: object x".utf8)
        #expect(output.pass(words) == words && output.pass(words) == words)
    }
}
