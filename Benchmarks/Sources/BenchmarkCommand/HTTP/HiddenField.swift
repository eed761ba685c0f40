/// What a form holds without showing it.
enum HiddenField {
    /// The value of the first such field of a page; nil where there is none.
    static func value(_ name: String, in text: String) -> String? {
        guard let start = text.firstRange(of: "name=\"\(name)\" value=\"") else { return nil }
        let rest = text[start.upperBound...]
        return rest.firstIndex(of: "\"").map { String(rest[..<$0]) }
    }
}
