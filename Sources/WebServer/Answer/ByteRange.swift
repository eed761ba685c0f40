/// What a `Range` header asks of an answer of known size (RFC 9110, 14).
package enum ByteRange: Sendable, Equatable {
    /// Everything, with 200: no range, several, another unit, or one that no longer fits `If-Range`.
    case whole
    /// These bytes, with 206. Never empty.
    case part(Range<Int>)
    /// Nothing there, with 416.
    case unsatisfiable

    /// Judges the headers of a GET.
    /// - Parameters:
    ///   - size: how many bytes the whole has.
    ///   - tag: its entity tag, for `If-Range`.
    package init(range header: String?, ifRange: String?, size: Int, tag: EntityTag) {
        self = .whole
        guard let header, ifRange.map(tag.isIdentity(ofIfRange:)) ?? true, let (first, last) = Self.bounds(header) else { return }
        switch (first, last) {
        case (let first?, let last):
            if let last, last < first { return }
            self = first < size ? .part(first..<min(last ?? size - 1, size - 1) + 1) : .unsatisfiable
        case (nil, let suffix?):
            self = suffix > 0 && size > 0 ? .part(max(0, size - suffix)..<size) : .unsatisfiable
        case (nil, nil):
            return
        }
    }

    /// The value of `Content-Range`, for 206 and 416.
    package func contentRange(size: Int) -> String? {
        switch self {
        case .whole: nil
        case .part(let range): "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)"
        case .unsatisfiable: "bytes */\(size)"
        }
    }

    /// The two numbers of a single `bytes=first-last`, either of which may be missing.
    private static func bounds(_ header: String) -> (first: Int?, last: Int?)? {
        let parts = header.utf8.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].trimmingBlanks().equalsLowercased("bytes") else { return nil }
        let ends = parts[1].trimmingBlanks().split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard ends.count == 2 else { return nil }
        var numbers: [Int?] = []
        for end in ends {
            guard !end.isEmpty else {
                numbers.append(nil)
                continue
            }
            guard end.allSatisfy(\.isASCIIDigit) else { return nil }
            numbers.append(Int(Substring(end)) ?? .max - 1)
        }
        return (numbers[0], numbers[1])
    }
}
