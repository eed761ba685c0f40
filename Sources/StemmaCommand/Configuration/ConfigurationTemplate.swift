/// The text of a new `stemma.yaml`: every key with its help, commented out but for those with a value.
struct ConfigurationTemplate: Sendable {
    /// Values by the dotted name of their key, as they are to be written.
    var values: [String: String] = [:]

    /// The file.
    var text: String {
        var lines = Self.head
        var section = ""
        for key in ConfigurationKey.all {
            let parts = key.name.split(separator: ".", maxSplits: 1).map(String.init)
            if parts.count == 2, parts[0] != section {
                section = parts[0]
                lines += ["", section + ":"]
            } else if parts.count == 1 {
                section = ""
                lines.append("")
            }
            lines += entry(of: key, leaf: parts.last ?? key.name, indent: parts.count == 2 ? "  " : "")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static let head = [
        "# The configuration of this wiki. Lines that begin with # show the defaults.",
        "# Each setting can also come from the environment (site.url is STEMMA_SITE_URL), which wins over this file.",
        "# A key that is not known is an error, so nothing here is silently ignored.",
    ]

    private func entry(of key: ConfigurationKey, leaf: String, indent: String) -> [String] {
        let help = "\(indent)# \(key.help)"
        if let value = values[key.name] { return [help, "\(indent)\(leaf): \(Self.quoted(value))"] }
        let fallback = key.defaultText.isEmpty ? "" : " " + Self.quoted(key.defaultText)
        return [help, "\(indent)# \(leaf):\(fallback)"]
    }

    /// A YAML scalar that reads back as the same text.
    private static func quoted(_ value: String) -> String {
        let isPlain = value.utf8.allSatisfy { $0.isASCIILetterOrDigit || " ._-/".utf8.contains($0) }
        let isSafe = isPlain && value.utf8.first?.isASCIILetterOrDigit == true && value.utf8.last != UInt8(ascii: " ")
        let isNull = ["null", "Null", "NULL"].contains(value)
        guard !isSafe || isNull else { return value }
        let escaped = value.unicodeScalars.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined()
        return "\"\(escaped)\""
    }
}
