import WikiCore

/// Writes segments of paths so that every file system can hold them, Windows' included, and a name is told from every other.
///
/// What can't stand in a file's name, and `~` itself, becomes `~` and two hex digits for each byte; so do the first byte of a name
/// that is a device on Windows and a full stop or space at the end. Too long a name keeps its beginning and ends in a hash.
enum FileNameCoding {
    /// The most bytes of a segment, so that endings such as `~2.html.gz` fit into the usual 255.
    private static let limit = 200
    /// How many bytes of too long a name are kept.
    private static let kept = 170

    /// The name for a segment of a path. Linear.
    static func segment(_ bytes: ArraySlice<UInt8>) -> String {
        if bytes.count <= limit, let last = bytes.last, isPlainEnd(last), bytes.allSatisfy({ isPlain[Int($0)] }), !isDevice(bytes) {
            return String(decoding: bytes, as: UTF8.self)
        }
        let text = String(validating: bytes, as: UTF8.self)
        var name: [UInt8] = []
        for byte in bytes {
            if isPlain[Int(byte)] || (byte >= 0x80 && text != nil) { name.append(byte) } else { name += escaped(byte) }
        }
        if let last = name.last, !isPlainEnd(last) { name = name.dropLast() + escaped(last) }
        if isDevice(bytes), let first = name.first { name = escaped(first) + name.dropFirst() }
        if name.count > limit {
            var end = kept
            // Neither a letter nor an escape is cut in two.
            while end > 0, name[end] & 0xC0 == 0x80 { end -= 1 }
            while end > kept - 3, name[max(0, end - 2)..<end].contains(tilde) { end -= 1 }
            name = name[..<end] + [tilde] + Array(ContentHash(bytes).short.utf8)
        }
        return String(decoding: name, as: UTF8.self)
    }

    /// How names are compared: what differs in case or in the form of its accents alone is one file to some systems.
    ///
    /// Small and large letters have several forms each (`σ` and `ς`, `µ` and `μ`, `ß` and `ẞ`, `ﬁ`): through both they come to one.
    static func folded(_ path: String) -> String {
        guard !path.utf8.allSatisfy({ $0 < 0x80 }) else { return path.lowercased() }
        return UnicodeForm.canonical(UnicodeForm.canonical(path).lowercased().uppercased().lowercased())
    }

    private static let tilde = UInt8(ascii: "~")

    /// Printable ASCII that means nothing special anywhere.
    private static let isPlain: [Bool] = (0..<256).map { byte in
        byte > 0x1F && byte < 0x7F && !#"<>:"/\|?*%#~"#.utf8.contains(UInt8(byte))
    }

    private static func isPlainEnd(_ byte: UInt8) -> Bool { byte != UInt8(ascii: ".") && byte != UInt8(ascii: " ") }

    private static func escaped(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [tilde, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    private static let devices: Set<String> = Set(
        ["con", "prn", "aux", "nul", "conin$", "conout$"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] })

    /// True for names that Windows takes for a device, whatever their ending.
    private static func isDevice(_ bytes: ArraySlice<UInt8>) -> Bool {
        let stem = bytes.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: " ") }
        return (3...7).contains(stem.count) && devices.contains(String(decoding: stem, as: UTF8.self).lowercased())
    }
}
