package import Git

/// The files of the repository that say how the wiki is run, beside its pages and in the same history.
package enum SettingsFile {
    /// The folder that holds them, at the root of the repository wherever the pages lie.
    package static let folder = GitPath(".stemma")
    /// Who may edit what.
    package static let access = GitPath(".stemma/access.yaml")

    /// True for the folder and for everything in it.
    package static func contains(_ file: GitPath) -> Bool { file.isInside(folder) }
}
