import Presentation
import WikiCore
import Wording

/// Everything that all files of a site depend on: where any of it changes, all is made anew.
struct SettingsKey {
    /// Raised where the same input gives other files.
    private static let format = 3

    /// As it stands in a plan.
    let text: String

    init(_ export: SiteExport, _ configuration: Configuration) {
        var key = UnitKey()
        key.add(Int64(Self.format))
        key.add(export.program)
        key.add(export.theme.version)
        key.add(export.words.version)
        for part: Any in [
            export.options, configuration.site, configuration.pages, configuration.links, configuration.limits, configuration.people,
        ] { key.add(String(describing: part)) }
        if let versions = export.versions {
            for version in versions.versions { key.add("\(version.name) \(version.folder)") }
            key.add(Int64(versions.current))
            key.add(Int64(versions.newest))
        }
        text = String(key.value, radix: 16)
    }
}
