import Yams

/// What `theme.yaml` says: the theme's name and version, and which files every page loads.
package struct ThemeManifest: Sendable, Hashable {
    /// What people call it.
    package let name: String
    /// The theme author's version.
    package let version: String
    /// Style sheets, in order; nil takes those of the theme it inherits from.
    package let styles: [String]?
    /// Small scripts that must run before the first paint.
    package let earlyScripts: [String]?
    /// Scripts for every page, run once it is read. They are classic ones: from a disk browsers load no modules.
    package let scripts: [String]?
    /// The picture in the browser's tab.
    package let icon: String?

    /// Reads the file's text; an unknown key is an error, so that a slip is found.
    init(yaml: String) throws(ThemeError) {
        let root: Node?
        do {
            root = try Yams.compose(yaml: yaml)
        } catch {
            throw .manifest(String(describing: error))
        }
        guard case .mapping(let mapping)? = root else { throw .manifest("it is no map of keys") }
        let known: Set<String> = ["name", "version", "styles", "earlyScripts", "scripts", "icon"]
        guard mapping["modules"] == nil else { throw .manifest(Self.aboutModules) }
        for key in mapping.keys where !known.contains(key.scalar?.string ?? "") {
            throw .manifest("unknown key '\(key.scalar?.string ?? "?")'")
        }
        guard let name = mapping["name"]?.scalar?.string else { throw .manifest("'name' is missing") }
        self.name = name
        version = mapping["version"]?.scalar?.string ?? "0"
        styles = Self.names(mapping["styles"])
        earlyScripts = Self.names(mapping["earlyScripts"])
        scripts = Self.names(mapping["scripts"])
        icon = mapping["icon"]?.scalar?.string
    }

    /// What a theme is told that was written when pages loaded modules.
    private static let aboutModules =
        "'modules' is no longer a key: name classic scripts under 'scripts', and those that must run before the first paint under "
        + "'earlyScripts'"

    private static func names(_ node: Node?) -> [String]? { node?.sequence.map { $0.compactMap { $0.scalar?.string } } }

    private init(name: String, version: String, styles: [String]?, earlyScripts: [String]?, scripts: [String]?, icon: String?) {
        self.name = name
        self.version = version
        self.styles = styles
        self.earlyScripts = earlyScripts
        self.scripts = scripts
        self.icon = icon
    }

    /// This manifest with the lists of another where its own are left out.
    func inheriting(from other: ThemeManifest?) -> ThemeManifest {
        ThemeManifest(
            name: name, version: version, styles: styles ?? other?.styles, earlyScripts: earlyScripts ?? other?.earlyScripts,
            scripts: scripts ?? other?.scripts, icon: icon ?? other?.icon)
    }
}
