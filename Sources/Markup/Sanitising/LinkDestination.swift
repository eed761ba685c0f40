/// Where an author's address leads: the only judge of which addresses may stand in a page.
enum LinkDestination: Equatable {
    /// `http` or `https`, as written but for blanks.
    case web(String)
    /// A `mailto` address.
    case mail(String)
    /// Within the page.
    case fragment(String)
    /// Relative to the page or the wiki: the path percent-decoded once.
    case relative(path: String, query: String?, fragment: String?)
    /// Anything else, which is not linked: other schemes, control characters, nothing.
    case refused

    /// Longer addresses are refused.
    private static let limit = 8192

    init(_ written: some Collection<UInt8>) {
        let address = Array(written).trimmingBlanks.filter { $0 != 9 && $0 != 10 && $0 != 13 }
        guard !address.isEmpty, address.count <= Self.limit, !address.contains(where: { $0 < 32 || $0 == 127 }) else {
            self = .refused
            return
        }
        if address.starts(with: "//".utf8) {
            self = Self.web("https:" + String(decoding: address, as: UTF8.self))
        } else if let scheme = Self.scheme(of: address) {
            self = Self.absolute(address, scheme: scheme)
        } else {
            self = Self.relative(address)
        }
    }

    private static func absolute(_ address: [UInt8], scheme: String) -> LinkDestination {
        let text = String(decoding: address, as: UTF8.self)
        switch scheme {
        case "http", "https":
            let rest = address.dropFirst(scheme.utf8.count + 1)
            return rest.starts(with: "//".utf8) && rest.count > 2 ? .web(encodingBlanks(text)) : .refused
        case "mailto": return .mail(encodingBlanks(text))
        default: return .refused
        }
    }

    private static func relative(_ address: [UInt8]) -> LinkDestination {
        // Browsers read a backslash as a slash, so `/\host` would leave the wiki.
        guard !address.contains(UInt8(ascii: "\\")) else { return .refused }
        let (beforeFragment, fragment) = split(address[...], at: UInt8(ascii: "#"))
        let (rawPath, query) = split(beforeFragment, at: UInt8(ascii: "?"))
        let decodedFragment = fragment.map { String(decoding: percentDecoded($0), as: UTF8.self) }
        if rawPath.isEmpty, query == nil { return decodedFragment.map { .fragment($0) } ?? .refused }
        let path = percentDecoded(rawPath)
        guard !path.contains(where: { $0 < 32 || $0 == 127 }) else { return .refused }
        return .relative(
            path: String(decoding: path, as: UTF8.self), query: query.map { String(decoding: $0, as: UTF8.self) }, fragment: decodedFragment
        )
    }

    private static func split(_ bytes: ArraySlice<UInt8>, at sign: UInt8) -> (ArraySlice<UInt8>, ArraySlice<UInt8>?) {
        guard let index = bytes.firstIndex(of: sign) else { return (bytes, nil) }
        return (bytes[..<index], bytes[(index + 1)...])
    }

    /// The scheme in lower case, by RFC 3986, where the address has one.
    private static func scheme(of address: [UInt8]) -> String? {
        guard let colon = address.firstIndex(of: UInt8(ascii: ":")), colon > 0 else { return nil }
        let name = String(decoding: address[..<colon], as: UTF8.self).lowercased()
        let isScheme = name.utf8.enumerated().allSatisfy { index, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): true
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): index > 0
            default: false
            }
        }
        return isScheme ? name : nil
    }

    private static func encodingBlanks(_ text: String) -> String {
        text.utf8.contains(32) ? text.split(separator: " ", omittingEmptySubsequences: false).joined(separator: "%20") : text
    }

    static func percentDecoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.endIndex,
                let high = hexadecimal(bytes[index + 1]), let low = hexadecimal(bytes[index + 2])
            {
                output.append(high << 4 | low)
                index += 3
            } else {
                output.append(bytes[index])
                index += 1
            }
        }
        return output
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
