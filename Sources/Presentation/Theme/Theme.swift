import Markup
import Synchronization
package import Wording

/// A loaded theme: turns screens into pages and serves its assets from memory.
///
/// A theme is a folder with `theme.yaml`, `templates/*.mustache` and `assets/`. It may hold as few templates as it likes; the rest
/// come from the theme it inherits from.
package final class Theme: Sendable {
    private let folders: [String]
    private let mounts: [String: String]
    private let reloads: Bool
    private let state: Mutex<ThemeState>

    /// - Parameters:
    ///   - folder: the theme's folder.
    ///   - parent: the folder of the theme it inherits from; nil for `stemma` itself.
    ///   - mounts: more assets by subfolder, such as `["katex": "/usr/share/javascript/katex"]`; a folder that is missing adds none.
    ///   - reloads: reads the folder again for each page, for those who write a theme.
    package init(folder: String, parent: String? = nil, mounts: [String: String] = [:], reloads: Bool = false) throws(ThemeError) {
        folders = [parent, folder].compactMap { $0 }
        self.mounts = mounts
        self.reloads = reloads
        state = Mutex(ThemeState(contents: try ThemeContents(folders: folders, mounts: mounts)))
    }

    /// What people call the theme.
    package var name: String { current().manifest.name }

    /// The hash of all templates and assets: a part of every cache key.
    package var version: String { current().version }

    /// Why the last reading of the folder failed, if it did; the theme then goes on with what it had.
    package var problem: ThemeError? { state.withLock(\.problem) }

    /// A file of the theme by its name below `assets/`.
    package func asset(_ name: String) -> ThemeAsset? { current().assets[name] }

    /// The names of all files of the theme, sorted.
    package var assetNames: [String] { current().assets.keys.sorted() }

    /// The hash of an asset's content, nil where there is none of that name.
    package func assetHash(_ name: String) -> String? { asset(name)?.hash }

    /// A whole page: the screen inside its layout, as UTF-8.
    package func render(_ screen: some Screen, in layout: LayoutView) throws(ThemeError) -> [UInt8] {
        let (contents, templates) = current(layout.context.words)
        let main = SafeHTML(trusted: String(decoding: try templates.written(type(of: screen).template, screen.fields), as: UTF8.self))
        return try templates.written("layout", Self.pageFields(contents, main: main, screen.styles, screen.scripts, layout))
    }

    /// All that the layout's template is given.
    func layoutFields(_ layout: LayoutView, main: SafeHTML, scripts: [String]) -> [String: TemplateValue] {
        Self.pageFields(current(), main: main, [], scripts, layout)
    }

    private static func pageFields(
        _ contents: ThemeContents, main: SafeHTML, _ styles: [String], _ scripts: [String], _ layout: LayoutView
    ) -> [String: TemplateValue] {
        let scripts = (layout.staticSearch == nil ? [] : [StaticSearch.script]) + scripts
        let assets = PageAssets(contents: contents, styles: styles + layout.styles, scripts: scripts, urls: layout.context.urls)
        return layout.fields.merging(assets.fields) { own, _ in own }.merging(["main": .html(main)]) { $1 }
    }

    /// A part of a page alone, such as the preview that a script asks for, as UTF-8.
    package func renderFragment(_ screen: some Screen, words book: Phrasebook) throws(ThemeError) -> [UInt8] {
        try renderDocument(type(of: screen).template, screen, words: book)
    }

    /// A document of its own, without a layout, as UTF-8: a feed.
    package func renderDocument(_ name: String, _ view: some TemplateView, words book: Phrasebook) throws(ThemeError) -> [UInt8] {
        try current(book).templates.written(name, view.fields)
    }

    /// The texts of all templates by name, for the audit.
    var sources: [String: String] { current().sources }

    private func current(_ book: Phrasebook) -> (contents: ThemeContents, templates: TemplateSet) {
        state.withLock { state in
            refresh(&state)
            return (state.contents, state.templates(in: book))
        }
    }

    private func current() -> ThemeContents {
        state.withLock { state in
            refresh(&state)
            return state.contents
        }
    }

    /// Reads the folder again where that is asked for; what cannot be read leaves what there was.
    private func refresh(_ state: inout ThemeState) {
        guard reloads else { return }
        do {
            state.contents = try ThemeContents(folders: folders, mounts: mounts)
            state.problem = nil
        } catch let error as ThemeError {
            state.problem = error
        } catch {}
    }
}
