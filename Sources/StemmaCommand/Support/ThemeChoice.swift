import Presentation

/// Finds the theme that the settings name.
struct ThemeChoice {
    let installation: Installation

    /// Where Debian puts KaTeX, with which a theme may set formulas. Its fonts are behind a link, which the slash follows.
    private static let mounts = [
        "katex": "/usr/share/javascript/katex", "katex/fonts": "/usr/share/javascript/katex/fonts/",
    ]

    /// A theme by its name, or by the path of its folder, which is then read anew for each page.
    func theme(named name: String) throws(Failure) -> Theme {
        let isPath = name.contains("/")
        let folder = isPath ? name : "\(installation.themes)/\(name)"
        let parent = name == "stemma" ? nil : "\(installation.themes)/stemma"
        do {
            return try Theme(folder: folder, parent: parent, mounts: Self.mounts, reloads: isPath)
        } catch {
            throw Failure(.inputOutput, "The theme \(name) can't be used: \(error)")
        }
    }
}
