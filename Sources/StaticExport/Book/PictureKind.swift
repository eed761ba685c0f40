/// What a file's bytes say that it is: the pictures that every reader of books can show, with whole heads.
///
/// Source of the formats: PNG (W3C), 5.2 and 11.2.2; GIF89a, 18; ITU-T T.81 (JPEG), B.1.
enum PictureKind: Sendable, Hashable {
    case png, jpeg, gif, svg

    /// The kind of a file; nil for everything else, and where the head breaks off.
    init?(_ bytes: [UInt8]) {
        if Self.isPNG(bytes) {
            self = .png
        } else if Self.isGIF(bytes) {
            self = .gif
        } else if Self.isJPEG(bytes) {
            self = .jpeg
        } else if let first = bytes.prefix(1000).first(where: { $0 > 32 && ![0xEF, 0xBB, 0xBF].contains($0) }), first == UInt8(ascii: "<") {
            self = .svg
        } else {
            return nil
        }
    }

    /// The media type as packages name it.
    var mediaType: String {
        switch self {
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        case .gif: "image/gif"
        case .svg: "image/svg+xml"
        }
    }

    /// The ending of file names.
    var ending: String {
        switch self {
        case .png: "png"
        case .jpeg: "jpg"
        case .gif: "gif"
        case .svg: "svg"
        }
    }

    private static func isPNG(_ bytes: [UInt8]) -> Bool {
        let head: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
        guard bytes.starts(with: head), bytes.count >= 57 else { return false }
        return isSize(number(bytes[16..<20])) && isSize(number(bytes[20..<24]))
    }

    private static func isGIF(_ bytes: [UInt8]) -> Bool {
        guard bytes.starts(with: "GIF87a".utf8) || bytes.starts(with: "GIF89a".utf8), bytes.count >= 14 else { return false }
        return isSize(number([bytes[7], bytes[6]])) && isSize(number([bytes[9], bytes[8]]))
    }

    /// Walks the segments up to the frame, which has the size.
    private static func isJPEG(_ bytes: [UInt8]) -> Bool {
        guard bytes.starts(with: [0xFF, 0xD8, 0xFF]) else { return false }
        var place = 2
        while place + 9 < bytes.count, bytes[place] == 0xFF {
            let marker = bytes[place + 1]
            if marker == 0xFF {
                place += 1
                continue
            }
            if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
                return isSize(number(bytes[place + 5..<place + 7])) && isSize(number(bytes[place + 7..<place + 9]))
            }
            let length = number(bytes[place + 2..<place + 4])
            guard length >= 2, marker != 0xD9, marker != 0xDA else { return false }
            place += 2 + length
        }
        return false
    }

    private static func number(_ bytes: some Sequence<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

    private static func isSize(_ number: Int) -> Bool { (1...100_000).contains(number) }
}
