/// Why the words of the interface could not be loaded.
package enum WordingError: Error, Sendable, Hashable {
    /// The folder cannot be listed, or holds no `en.yaml`.
    case noLocales(folder: String)
    /// A locale file is not what it should be.
    case unreadable(language: String, reason: String)
}

extension WordingError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .noLocales(let folder): "no locale file en.yaml in \(folder)"
        case .unreadable(let language, let reason): "locale \(language).yaml cannot be read: \(reason)"
        }
    }
}
