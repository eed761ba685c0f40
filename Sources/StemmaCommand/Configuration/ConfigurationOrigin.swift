/// Where a setting was written, so that an error can say where to look.
enum ConfigurationOrigin: Sendable, Equatable {
    /// A line of the configuration file; `nil` where the line is not known.
    case file(name: String, line: Int?)
    /// An environment variable.
    case variable(String)
    /// A flag of the command line, with its dashes.
    case flag(String)

    /// The beginning of a sentence.
    var shown: String {
        switch self {
        case .file(let name, let line?): "\(name), line \(line)"
        case .file(let name, nil): name
        case .variable(let name): "environment variable \(name)"
        case .flag(let name): "flag \(name)"
        }
    }
}
