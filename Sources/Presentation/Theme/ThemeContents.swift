import Wording

/// A theme as it was on disk at one moment: everything that rendering needs, immutable.
struct ThemeContents: Sendable {
    let manifest: ThemeManifest
    /// Template texts by name, the inherited ones included.
    let sources: [String: String]
    private let templates: [TemplateText]
    let assets: [String: ThemeAsset]
    /// The hash of all templates and assets.
    let version: String

    /// Reads the folders in rising order of importance: the first is the theme that the others inherit from.
    ///
    /// - Parameters:
    ///   - folders: at least one.
    ///   - mounts: more assets from elsewhere, such as a system's copy of KaTeX, by the name of their subfolder.
    init(folders: [String], mounts: [String: String]) throws(ThemeError) {
        var manifests: [ThemeManifest] = []
        var sources: [String: String] = [:]
        var files: [String: [UInt8]] = [:]
        for (name, folder) in mounts {
            for (file, bytes) in ThemeFolder(path: folder).files() { files["\(name)/\(file)"] = bytes }
        }
        for path in folders {
            let folder = ThemeFolder(path: path)
            guard let yaml = folder.file("theme.yaml") else { throw .missing(folder: path) }
            manifests.append(try ThemeManifest(yaml: String(decoding: yaml, as: UTF8.self)))
            for (name, bytes) in folder.files(in: "templates") where name.hasSuffix(".mustache") {
                sources[String(name.dropLast(9))] = String(decoding: bytes, as: UTF8.self)
            }
            files.merge(folder.files(in: "assets")) { _, newer in newer }
        }
        guard let manifest = manifests.last else { throw .missing(folder: "") }
        self.manifest = manifest.inheriting(from: manifests.first)
        self.sources = sources
        templates = try Self.read(sources)
        assets = Dictionary(uniqueKeysWithValues: files.map { ($0, ThemeAsset(name: $0, bytes: $1)) })
        version = Self.version(sources: sources, files: files)
    }

    /// The templates in a language.
    func templates(in words: Phrasebook) -> TemplateSet { TemplateSet(templates, words: words) }

    private static func read(_ sources: [String: String]) throws(ThemeError) -> [TemplateText] {
        var templates: [TemplateText] = []
        for (name, text) in sources.sorted(by: { $0.key < $1.key }) {
            let template = try TemplateText(name: name, text: text)
            for place in template.places {
                guard case .partial = place.tag.kind, sources[place.tag.name] == nil else { continue }
                throw .template(name: name, reason: "line \(place.tag.line): no template is named '\(place.tag.name)'")
            }
            templates.append(template)
        }
        return templates
    }

    private static func version(sources: [String: String], files: [String: [UInt8]]) -> String {
        var hash = ContentHash()
        for (name, text) in sources.sorted(by: { $0.key < $1.key }) {
            hash.combine(name.utf8)
            hash.combine(text.utf8)
        }
        for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
            hash.combine(name.utf8)
            hash.combine(bytes)
        }
        return hash.short
    }
}
