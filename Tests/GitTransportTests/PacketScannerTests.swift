import Testing

@testable import GitTransport

@Suite struct PacketScannerTests {
    @Test func packetsComeWhole() throws {
        var scanner = PacketScanner()
        let stream = PacketLine.line("hello\n") + PacketLine.line("") + PacketLine.flush + PacketLine.line("more")
        var found: [PacketScanner.Packet] = []
        for byte in stream {
            scanner.append([byte])
            while let packet = try scanner.next() { found.append(packet) }
        }
        #expect(found == [.line(Array("hello\n".utf8)), .line([]), .flush, .line(Array("more".utf8))])
    }

    @Test(arguments: ["zzzz", "0003", "0001", "00 5", "+005a", "-001"])
    func whatIsNoPacketIsTold(text: String) {
        var scanner = PacketScanner()
        scanner.append(Array(text.utf8))
        #expect(throws: PacketScanner.Malformed.self) { try scanner.next() }
    }

    @Test func longPayloadsAreSplitOverLines() throws {
        let payload = [UInt8](repeating: 7, count: 200_000)
        for width in [PacketLine.longest, 995] {
            var scanner = PacketScanner()
            scanner.append(PacketLine.band(1, payload, width: width))
            var joined: [UInt8] = []
            while case .line(let line)? = try scanner.next() {
                #expect(line.first == 1)
                #expect(line.count <= width)
                joined += line.dropFirst()
            }
            #expect(joined == payload)
        }
    }
}
