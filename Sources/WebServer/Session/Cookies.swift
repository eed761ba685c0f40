package import HTTPTypes

/// The cookies of a request (RFC 6265, 5.4), read leniently and bounded.
package struct Cookies: Sendable {
    /// More cookies than this are not looked at: a browser keeps about as many for one site.
    package static let maximumCount = 64

    private let pairs: [(name: Substring, value: Substring)]

    /// Reads the value of a `Cookie` header.
    package init(header: String) {
        var pairs: [(Substring, Substring)] = []
        for piece in header.utf8.split(separator: UInt8(ascii: ";"), maxSplits: Self.maximumCount).prefix(Self.maximumCount) {
            let pair = piece.trimmingBlanks()
            guard let equals = pair.firstIndex(of: UInt8(ascii: "=")), equals != pair.startIndex else { continue }
            var value = pair[pair.index(after: equals)...].trimmingBlanks()
            if value.count >= 2, value.first == UInt8(ascii: "\""), value.last == UInt8(ascii: "\"") {
                value = value.dropFirst().dropLast()
            }
            pairs.append((Substring(pair[..<equals].trimmingBlanks()), Substring(value)))
        }
        self.pairs = pairs
    }

    /// The cookies of a request head, all its `Cookie` fields together.
    package init(_ head: HTTPRequest) {
        self.init(header: head.headerFields[values: .cookie].joined(separator: ";"))
    }

    /// The first cookie of that name, as it was sent.
    package subscript(_ name: String) -> String? {
        pairs.first { $0.name.utf8.elementsEqual(name.utf8) }.map { String($0.value) }
    }
}
