/// A file of a static site.
package struct ExportFile: Sendable, Hashable {
    /// Where it stands below the site's folder, in segments that every file system can hold.
    package let path: String
    /// What it holds.
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
