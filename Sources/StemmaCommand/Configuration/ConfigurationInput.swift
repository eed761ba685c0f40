/// A value as it was written, before its key says what it means.
enum ConfigurationInput: Sendable, Equatable {
    /// One scalar of the file, one environment variable, one flag.
    case text(String)
    /// A YAML sequence of scalars.
    case list([String])
    /// A YAML mapping, or anything else that no key takes; kept so that the error can name the key.
    case group

    /// What was written, short enough for one line of an error.
    var shown: String {
        switch self {
        case .text(let text): "“\(text.prefix(60))\(text.count > 60 ? "…" : "")”"
        case .list: "a list"
        case .group: "a group of keys"
        }
    }
}
