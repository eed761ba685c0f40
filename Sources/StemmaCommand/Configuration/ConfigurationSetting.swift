/// One key and the value that one source gives it.
struct ConfigurationSetting: Sendable, Equatable {
    /// The key's dotted name, known or not.
    let name: String
    /// The value as it was written.
    let input: ConfigurationInput
    /// Where it was written.
    let origin: ConfigurationOrigin
}
