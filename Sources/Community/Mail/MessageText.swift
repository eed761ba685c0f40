/// A letter as it goes over the wire (RFC 5322): headers, an empty line, the text; ASCII alone, every line ended by CRLF
/// and far shorter than the 998 characters that SMTP carries. Lines that begin with a dot stay: libcurl doubles them.
struct MessageText {
    /// The whole letter.
    let bytes: [UInt8]

    /// Writes a letter.
    /// - Parameters:
    ///   - from: who sends it.
    ///   - name: what stands beside that address; may be empty.
    ///   - time: seconds since 1970.
    ///   - id: random bytes that no other letter has.
    init(_ message: MailMessage, from: MailAddress, name: String, time: Int64, id: [UInt8]) {
        let headers = [
            "Date: \(MailDate.text(secondsSince1970: time))",
            "Message-ID: <\(Self.hexadecimal(id))@\(from.domain)>",
            "From: \(Self.mailbox(name, from))",
            "To: <\(message.to.text)>",
            "Subject: \(EncodedWord.unstructured(message.subject))",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
            // Keeps holiday notices from answering (RFC 3834).
            "Auto-Submitted: auto-generated",
        ]
        bytes = Array((headers.joined(separator: "\r\n") + "\r\n\r\n").utf8) + QuotedPrintable.encoded(message.body)
    }

    /// A name and an address, on two lines where they are too long for one.
    private static func mailbox(_ name: String, _ address: MailAddress) -> String {
        let phrase = EncodedWord.phrase(name)
        if phrase == "\"\"" { return "<\(address.text)>" }
        return phrase + (phrase.utf8.count + address.text.utf8.count > 66 ? "\r\n " : " ") + "<\(address.text)>"
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
