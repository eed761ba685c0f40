/// The address of a site that an option names, checked as the settings check theirs.
struct GivenAddress {
    /// The address, with a slash at its end.
    let text: String

    /// - Parameters:
    ///   - text: as somebody wrote it.
    ///   - option: the option's name, for the sentence that refuses it.
    init(_ text: String, option: String) throws(Failure) {
        let kind = ConfigurationKind<String>.address
        guard let address = kind.read(.text(text)) else {
            throw Failure(.usage, "\(option) takes \(kind.expected), not \(text.printable).")
        }
        self.text = address
    }
}
