package import Presentation
import Wording

/// The versions of a site that stand side by side in one folder: each is a site of its own in a folder of its name, and leads to the
/// others.
package struct SiteVersions: Sendable {
    /// One of them.
    package struct Version: Sendable {
        /// What its author calls it: a tag, a branch, a commit.
        package let name: String
        /// The folder that it stands in.
        package let folder: String
        /// Where its pages are.
        package let names: StaticNames

        package init(name: String, folder: String, names: StaticNames) {
            self.name = name
            self.folder = folder
            self.names = names
        }
    }

    /// In the order in which they are offered.
    package let versions: [Version]
    /// The one that is made.
    package let current: Int
    /// The one that search engines are to show.
    package let newest: Int
    /// Where all of them stand, with a slash at its end; nil where nobody knows.
    package let baseURL: String?

    package init(_ versions: [Version], current: Int, newest: Int, baseURL: String?) {
        self.versions = versions
        self.current = current
        self.newest = newest
        self.baseURL = baseURL.map { $0.hasSuffix("/") ? $0 : "\($0)/" }
    }

    /// The file of a page in a version, as seen from the folder of all; its first page where it has none such.
    private func file(_ path: [UInt8], in version: Version) -> String {
        let file = version.names.file(path) ?? "index.html"
        return SiteURL.encoded("\(version.folder)/\(file)")
    }

    /// The choice of versions as a file of this one shows it.
    /// - Parameters:
    ///   - path: what the file shows.
    ///   - file: the file, as seen from the folder of its version.
    func view(of path: [UInt8], in file: String, _ context: ViewContext) -> VersionsView {
        let root = String(repeating: "../", count: file.utf8.count { $0 == UInt8(ascii: "/") } + 1)
        let choices = versions.map { VersionsView.Version(name: $0.name, href: root + self.file(path, in: $0)) }
        return VersionsView(choices, current: current, newest: newest, in: context)
    }

    /// The one address of a page for all versions that have it; nil where this version's own is that.
    func canonical(_ path: [UInt8]) -> String? {
        guard current != newest, let baseURL, versions[newest].names.file(path) != nil else { return nil }
        return baseURL + file(path, in: versions[newest])
    }

    /// Where pages are in the other versions, as one number; no page leads to one that went. Cost: all of them.
    var otherNames: String {
        var sum: UInt64 = 0
        for (index, version) in versions.enumerated() where index != current {
            for (path, file) in version.names.all {
                var key = UnitKey()
                key.add(Int64(index))
                key.add(path)
                key.add(file)
                // In any order.
                sum &+= key.value
            }
        }
        return String(sum, radix: 16)
    }

    /// All that a page's key needs to know of it.
    func key(_ path: [UInt8]) -> String { versions.map { file(path, in: $0) }.joined(separator: " ") }
}
