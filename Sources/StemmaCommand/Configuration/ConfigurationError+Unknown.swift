extension ConfigurationError {
    /// The error for a name in a file that no key has.
    static func unknown(_ name: String, origin: ConfigurationOrigin) -> ConfigurationError {
        let nearest = NearestName.of(name, in: ConfigurationKey.all.map(\.name)) ?? ""
        return ConfigurationError(origin: origin, problem: .unknownName(name, nearest: nearest))
    }

    /// The error for an environment variable that no key has.
    static func unknown(variable: String) -> ConfigurationError {
        let nearest = NearestName.of(variable, in: ConfigurationKey.all.map(\.variable)) ?? ""
        return ConfigurationError(origin: .variable(variable), problem: .unknownName(variable, nearest: nearest))
    }
}
