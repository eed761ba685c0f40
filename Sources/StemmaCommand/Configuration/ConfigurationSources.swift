import WikiCore

/// All places a configuration can come from, in rising order: defaults, file, environment, flags.
struct ConfigurationSources: Sendable {
    /// The text of `stemma.yaml`; `nil` where there is none.
    var file: String?
    /// What errors call the file.
    var fileName = "stemma.yaml"
    /// The variables of the process.
    var environment: [String: String] = [:]
    /// Values of flags by the dotted name of their key.
    var flags: [String: String] = [:]

    /// The configuration that holds. Every source is checked in full, also where a later one overrides it.
    func configuration() throws(ConfigurationError) -> Configuration {
        let fileSettings = if let file { try ConfigurationFile(file, name: fileName).settings } else { [ConfigurationSetting]() }
        let settings = fileSettings + (try ConfigurationEnvironment(environment).settings) + ConfigurationFlags(flags).settings
        var configuration = Configuration()
        for setting in settings {
            guard let key = ConfigurationKey.named(setting.name) else {
                throw ConfigurationError.unknown(setting.name, origin: setting.origin)
            }
            try key.set(setting.input, in: &configuration, origin: setting.origin)
        }
        return configuration
    }
}
