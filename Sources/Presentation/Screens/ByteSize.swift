package import Wording

/// A number of bytes as people say it: the whole part and one digit, in steps of 1,024.
package struct ByteSize: Sendable {
    private let tenths: Int
    private let unit: String

    package init(_ bytes: Int) {
        let units = ["bytes", "kib", "mib", "gib"]
        var step = 1
        var index = 0
        while index < units.count - 1, bytes / step >= 1024 {
            step *= 1024
            index += 1
        }
        unit = units[index]
        tenths = bytes / step * 10 + bytes % step * 10 / step
    }

    /// The size in words: `25 MiB`, `1.5 KiB`, `900 bytes`.
    package func text(_ words: Phrasebook) -> String {
        let isWhole = unit == "bytes" || tenths >= 100 || tenths % 10 == 0
        let number = isWhole ? String(tenths / 10) : "\(tenths / 10)\(words.text("number.point"))\(tenths % 10)"
        return words.text("size.\(unit)", ["number": .text(number)])
    }
}
