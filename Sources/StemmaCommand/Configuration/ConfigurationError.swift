/// Why a configuration is refused: where, and what is wrong there.
struct ConfigurationError: Error, Equatable {
    /// What is wrong.
    enum Problem: Sendable, Equatable {
        /// Nothing is called that; `nearest` is the known name that is closest to it.
        case unknownName(String, nearest: String)
        /// The key is there twice in one source.
        case duplicateKey(String)
        /// The value is none that the key takes.
        case wrongValue(key: String, expected: String, given: String)
        /// The file is not YAML, in the parser's words.
        case notYAML(String)
        /// The file is YAML, but no list of keys and values.
        case notMapping
    }

    /// Where.
    let origin: ConfigurationOrigin
    /// What.
    let problem: Problem
}

extension ConfigurationError: CustomStringConvertible {
    /// One sentence for the person who wrote the configuration.
    var sentence: String {
        "\(origin.shown): \(problem.clause)."
    }

    var description: String { sentence }
}

extension ConfigurationError.Problem {
    fileprivate var clause: String {
        switch self {
        case .unknownName(let name, let nearest):
            "there is no setting “\(name)”; the nearest is “\(nearest)”"
        case .duplicateKey(let name):
            "“\(name)” is set a second time; keep one of the two"
        case .wrongValue(let key, let expected, let given):
            "“\(key)” takes \(expected), but is \(given)"
        case .notYAML(let reason):
            "this is not YAML (\(reason))"
        case .notMapping:
            "a configuration is a list of keys and values, such as “site.name: My wiki”"
        }
    }
}
