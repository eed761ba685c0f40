/// The settings that the command line gives, by the dotted name of their key.
struct ConfigurationFlags: Sendable, Equatable {
    /// The settings, by name.
    let settings: [ConfigurationSetting]

    /// Takes key names (`server.port`) and values as they were typed.
    init(_ values: [String: String]) {
        settings = values.sorted { $0.key < $1.key }.map { name, value in
            let flag = ConfigurationKey.named(name)?.flag ?? name
            return ConfigurationSetting(name: name, input: .text(value), origin: .flag(flag))
        }
    }
}
