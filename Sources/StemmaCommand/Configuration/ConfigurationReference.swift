/// The reference of all settings as a Markdown table, for the handbook.
enum ConfigurationReference {
    /// One row a key, in the order of the list.
    static var table: String {
        let head = "| Key | Also as | Takes | Default | What it is for |\n| --- | --- | --- | --- | --- |\n"
        return head + ConfigurationKey.all.map(row).joined()
    }

    private static func row(_ key: ConfigurationKey) -> String {
        let flag = key.flag.map { ", `\($0)` of `\(key.command)`" } ?? ""
        let others = "`\(key.variable)`\(flag)"
        let fallback = key.defaultText.isEmpty ? "–" : "`\(key.defaultText)`"
        // Code spans keep wikilink examples from being read as links; a pipe would end the cell.
        let help = key.help.split(separator: "[[A|B]]", omittingEmptySubsequences: false).joined(separator: "`[[A\\|B]]`")
        return "| `\(key.name)` | \(others) | \(key.kind) | \(fallback) | \(help) |\n"
    }
}
