import Testing

@testable import Community

@Suite struct MessageTextTests {
    /// A letter taken apart by a parser that knows nothing of how it was put together.
    private struct Parsed {
        var headers: [(name: String, value: String)] = []
        let body: [UInt8]

        init(_ bytes: [UInt8]) throws {
            let text = String(decoding: bytes, as: UTF8.self)
            let end = try #require(text.firstRange(of: "\r\n\r\n"))
            for line in text[..<end.lowerBound].split(separator: "\r\n", omittingEmptySubsequences: false) {
                if line.hasPrefix(" ") {
                    try #require(!headers.isEmpty)
                    headers[headers.count - 1].value += line
                } else {
                    let colon = try #require(line.firstRange(of: ": "))
                    headers.append((String(line[..<colon.lowerBound]), String(line[colon.upperBound...])))
                }
            }
            body = MessageTextTests.unquoted(Array(text[end.upperBound...].utf8))
        }

        subscript(_ name: String) -> String { headers.first { $0.name == name }?.value ?? "" }
    }

    private func text(_ subject: String = "x", _ body: String = "x", name: String = "Wiki") throws -> [UInt8] {
        let from = try #require(MailAddress("wiki@garden.example"))
        let message = try MailMessage(to: "ada@example.org", subject: subject, body: body)
        return MessageText(message, from: from, name: name, time: 784_111_777, id: [0xAB, 0x01, 0xFF]).bytes
    }

    @Test func aWholeLetter() throws {
        let expected = [
            "Date: Sun, 06 Nov 1994 08:49:37 +0000", "Message-ID: <ab01ff@garden.example>", "From: \"Wiki\" <wiki@garden.example>",
            "To: <ada@example.org>", "Subject: Hello", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable", "Auto-Submitted: auto-generated", "", "1 =3D 1 =E2=82=AC", "",
        ]
        #expect(String(decoding: try text("Hello", "1 = 1 €"), as: UTF8.self) == expected.joined(separator: "\r\n"))
    }

    @Test(arguments: MailSamples.texts)
    func everyTextComesBack(sample: String) throws {
        let parsed = try Parsed(text(sample, sample, name: sample))
        #expect(parsed.headers.map(\.name).sorted() == Self.names)
        #expect(Self.decoded(parsed["Subject"]) == EncodedWord.oneLine(sample))
        let from = try #require(parsed["From"].ranges(of: "<wiki@garden.example>").last)
        #expect(from.upperBound == parsed["From"].endIndex)
        let name = Self.trimmed(String(parsed["From"][..<from.lowerBound]))
        #expect(Self.decoded(Self.unquotedPhrase(name)) == EncodedWord.oneLine(sample))
        #expect(parsed.body == Array(MailSamples.withCRLF(sample).utf8))
    }

    @Test(arguments: MailSamples.texts)
    func theWireIsKeptTo(sample: String) throws {
        let bytes = try text(sample, sample, name: sample)
        #expect(bytes.allSatisfy { (0x20...0x7E).contains($0) || $0 == 13 || $0 == 10 || $0 == 9 })
        for (index, byte) in bytes.enumerated() {
            if byte == 13 { #expect(index + 1 < bytes.count && bytes[index + 1] == 10) }
            if byte == 10 { #expect(index > 0 && bytes[index - 1] == 13) }
        }
        let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.count <= 77 }, "76 characters and CR")
        #expect(!lines.contains { $0.count > 1 && [9, 32].contains($0[$0.endIndex - 2]) }, "white space at a line's end gets lost")
    }

    @Test func theLongestAddressFits() throws {
        let local = String(repeating: "a", count: 64)
        let from = try #require(MailAddress("\(local)@" + String(repeating: "c.", count: 90) + "example"))
        let message = MailMessage(to: from, subject: "", body: "")
        let bytes = MessageText(message, from: from, name: String(repeating: "n", count: 66), time: 0, id: [1]).bytes
        #expect(bytes.split(separator: 10).allSatisfy { $0.count < 300 })
    }

    @Test func withoutAName() throws {
        #expect(try Parsed(text(name: " \n"))["From"] == "<wiki@garden.example>")
    }

    @Test func dates() {
        #expect(MailDate.text(secondsSince1970: 0) == "Thu, 01 Jan 1970 00:00:00 +0000")
        #expect(MailDate.text(secondsSince1970: 951_782_399) == "Mon, 28 Feb 2000 23:59:59 +0000")
        #expect(MailDate.text(secondsSince1970: 951_782_400) == "Tue, 29 Feb 2000 00:00:00 +0000")
        #expect(MailDate.text(secondsSince1970: 253_402_300_799) == "Fri, 31 Dec 9999 23:59:59 +0000")
        #expect(MailDate.text(secondsSince1970: .max) == MailDate.text(secondsSince1970: 0))
        #expect(MailDate.text(secondsSince1970: .min) == MailDate.text(secondsSince1970: 0))
    }

    private static let names = [
        "Auto-Submitted", "Content-Transfer-Encoding", "Content-Type", "Date", "From", "MIME-Version", "Message-ID", "Subject", "To",
    ]

    // MARK: The other direction

    private static func trimmed(_ text: String) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }

    private static func unquotedPhrase(_ text: String) -> String {
        text.count >= 2 && text.hasPrefix("\"") && text.hasSuffix("\"") ? String(text.dropFirst().dropLast()) : text
    }

    /// Encoded words side by side belong together; anything else is what it is.
    private static func decoded(_ value: String) -> String {
        guard value.hasPrefix("=?") else { return value }
        let bytes = value.split(separator: " ").flatMap { word -> [UInt8] in
            guard word.hasPrefix("=?UTF-8?B?"), word.hasSuffix("?="), word.utf8.count <= 75 else { return Array("wrong".utf8) }
            let piece = unbase64(word.utf8.dropFirst(10).dropLast(2))
            return String(validating: piece, as: UTF8.self) == nil ? Array("torn".utf8) : piece
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func unbase64(_ text: some Collection<UInt8>) -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var (bits, count, result) = (0, 0, [UInt8]())
        for byte in text {
            guard let value = alphabet.firstIndex(of: byte) else { break }
            bits = (bits << 6 | value) & 0xFFFFFF
            count += 6
            if count >= 8 {
                count -= 8
                result.append(UInt8(truncatingIfNeeded: bits >> count))
            }
        }
        return result
    }

    fileprivate static func unquoted(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] != UInt8(ascii: "=") {
                result.append(bytes[index])
                index += 1
            } else if index + 2 < bytes.count {
                let pair = bytes[(index + 1)...(index + 2)]
                if !pair.elementsEqual([13, 10]) { result.append(UInt8(String(decoding: pair, as: UTF8.self), radix: 16) ?? 0) }
                index += 3
            } else {
                return result + Array("cut off".utf8)
            }
        }
        return result
    }
}
