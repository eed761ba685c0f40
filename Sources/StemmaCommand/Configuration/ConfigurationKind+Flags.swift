extension ConfigurationKind where Value == Bool {
    /// Whether something holds: `true` or `false`.
    static var flag: Self {
        Self(
            "true \\| false", expected: "true or false",
            reading: { text in
                switch text {
                case "true": true
                case "false": false
                default: nil
                }
            },
            writing: { $0 ? "true" : "false" })
    }
}
