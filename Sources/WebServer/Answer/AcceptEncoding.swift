/// What an `Accept-Encoding` header allows (RFC 9110, 12.5.3), as far as this server can choose: gzip or plain bytes.
package struct AcceptEncoding: Sendable, Equatable {
    /// Whether gzip is allowed and liked at least as well as plain bytes.
    package let prefersGzip: Bool

    /// Reads the header; none means plain bytes.
    package init(_ header: String?) {
        var gzip: Int?
        var identity: Int?
        var anything: Int?
        for member in (header ?? "").utf8.split(separator: UInt8(ascii: ",")) {
            let pieces = member.split(separator: UInt8(ascii: ";"), maxSplits: 1)
            guard let coding = pieces.first?.trimmingBlanks() else { continue }
            let weight = pieces.count == 2 ? Self.weight(pieces[1]) : 1000
            if coding.equalsLowercased("gzip") || coding.equalsLowercased("x-gzip") {
                gzip = max(gzip ?? 0, weight)
            } else if coding.equalsLowercased("identity") {
                identity = weight
            } else if coding.elementsEqual("*".utf8) {
                anything = weight
            }
        }
        let liking = gzip ?? anything ?? 0
        prefersGzip = liking > 0 && liking >= identity ?? 0
    }

    /// `q=0.5` in thousandths. A malformed weight counts as 0: what is not understood is not sent.
    private static func weight(_ parameter: Substring.UTF8View) -> Int {
        let text = parameter.trimmingBlanks()
        guard let name = text.first, name.asciiLowercased == UInt8(ascii: "q"), text.dropFirst().first == UInt8(ascii: "=") else {
            return 0
        }
        let number = text.dropFirst(2).split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        let whole = number[0]
        let digits = number.count == 2 ? number[1].prefix(4) : ""[...].utf8
        guard whole.count == 1, digits.count <= 3, digits.allSatisfy(\.isASCIIDigit) else { return 0 }
        if whole.first == UInt8(ascii: "1") { return 1000 }
        let padded = Array(digits) + Array(repeating: UInt8(ascii: "0"), count: 3 - digits.count)
        return whole.first == UInt8(ascii: "0") ? padded.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } : 0
    }
}
