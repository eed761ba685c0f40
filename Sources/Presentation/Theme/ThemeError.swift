/// Why a theme could not be loaded.
package enum ThemeError: Error, Sendable, Hashable {
    /// The folder is not there or holds no `theme.yaml`.
    case missing(folder: String)
    /// `theme.yaml` is not what it should be.
    case manifest(String)
    /// A template cannot be read.
    case template(name: String, reason: String)
    /// A screen's template is in neither the theme nor the one it inherits from.
    case noTemplate(name: String)
}

extension ThemeError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .missing(let folder): "no theme in \(folder): theme.yaml is missing"
        case .manifest(let reason): "theme.yaml: \(reason)"
        case .template(let name, let reason): "template \(name).mustache: \(reason)"
        case .noTemplate(let name): "no template is named \(name)"
        }
    }
}
