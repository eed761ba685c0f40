/// The settings of an environment: every variable that begins with `STEMMA_`.
///
/// An empty variable counts as absent, as in most programs. A variable that no key has is an error, because
/// a typing mistake there is otherwise seen only when it hurts.
struct ConfigurationEnvironment: Sendable, Equatable {
    /// The settings, by variable name.
    let settings: [ConfigurationSetting]

    /// Beginnings of names that are left to the tests.
    static let reserved = ["STEMMA_TEST_"]

    /// Reads all variables of a process.
    init(_ variables: [String: String]) throws(ConfigurationError) {
        var settings: [ConfigurationSetting] = []
        for (variable, value) in variables.sorted(by: { $0.key < $1.key }) {
            guard variable.hasPrefix("STEMMA_"), !Self.reserved.contains(where: variable.hasPrefix) else { continue }
            guard let key = ConfigurationKey.all.first(where: { $0.variable == variable }) else {
                throw ConfigurationError.unknown(variable: variable)
            }
            guard !value.isEmpty else { continue }
            settings.append(ConfigurationSetting(name: key.name, input: .text(value), origin: .variable(variable)))
        }
        self.settings = settings
    }
}
