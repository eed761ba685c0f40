/// A number with its noun, for the command line, which speaks English.
enum Counted {
    /// `1 page`, `2 pages`.
    /// - Parameter many: the plural, where it is not made with an s.
    static func text(_ number: Int, _ one: String, _ many: String? = nil) -> String {
        "\(number) \(number == 1 ? one : many ?? "\(one)s")"
    }
}
