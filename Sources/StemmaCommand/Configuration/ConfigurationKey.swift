import WikiCore

/// One setting: its name, what it takes, what it is for, and where it goes.
struct ConfigurationKey: Sendable {
    /// The dotted name, as in `site.url`.
    let name: String
    /// What it takes, in one or two words.
    let kind: String
    /// What it takes, as the rest of a sentence that begins "takes …".
    let expected: String
    /// What holds where nobody sets it, as one would write it; empty for nothing.
    let defaultText: String
    /// What it is for, in one or two sentences.
    let help: String
    /// The flag of the command line that sets it, with its dashes, for the common ones.
    let flag: String?
    /// True for what must not be printed, not even where it is wrong.
    let isSecret: Bool
    /// The command that takes the flag.
    let command: String

    private let assign: @Sendable (ConfigurationInput, inout Configuration) -> Bool

    init<Value: Sendable>(
        _ name: String, _ place: any WritableKeyPath<Configuration, Value> & Sendable, _ kind: ConfigurationKind<Value>,
        flag: String? = nil, of command: String = "serve", isSecret: Bool = false, _ help: String
    ) {
        self.name = name
        self.kind = kind.name
        self.expected = kind.expected
        self.defaultText = kind.write(Configuration()[keyPath: place])
        self.help = help
        self.flag = flag
        self.isSecret = isSecret
        self.command = command
        self.assign = { input, configuration in
            guard let value = kind.read(input) else { return false }
            configuration[keyPath: place] = value
            return true
        }
    }

    /// The environment variable that sets it: `STEMMA_SITE_URL`.
    var variable: String {
        "STEMMA_" + String(name.uppercased().map { $0 == "." || $0 == "-" ? "_" : $0 })
    }

    /// Takes the written value over into a configuration, or says why not.
    func set(_ input: ConfigurationInput, in configuration: inout Configuration, origin: ConfigurationOrigin) throws(ConfigurationError) {
        guard assign(input, &configuration) else {
            let given = isSecret ? "something else" : input.shown
            throw ConfigurationError(origin: origin, problem: .wrongValue(key: name, expected: expected, given: given))
        }
    }
}
