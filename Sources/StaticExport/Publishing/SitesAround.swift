import Glibc

/// The sites that a folder would lie in: with their next run, whatever stands in them and is not theirs is gone.
enum SitesAround {
    /// Refuses a folder that lies in a site, or in what an export keeps beside one, however it is written. Nothing is made.
    /// - Throws: ``ExportError/insideSite(path:site:)``
    static func check(_ path: String) throws(ExportError) {
        let (there, isWhole) = nearest(path)
        var folder = isWhole ? parent(of: there) : there
        while true {
            if let site = site(folder) { throw .insideSite(path: path, site: site) }
            if folder == "/" { return }
            folder = parent(of: folder)
        }
    }

    /// The site that a folder belongs to.
    private static func site(_ folder: String) -> String? {
        if FileSystem.exists("\(folder)/\(SiteFolder.marker)") { return folder }
        guard let name = folder.split(separator: "/").last, name.hasPrefix("."), name.hasSuffix(".stemma") else { return nil }
        let site = "\(parent(of: folder))/\(name.dropFirst().dropLast(".stemma".count))"
        return FileSystem.exists("\(site)/\(SiteFolder.marker)") ? site : nil
    }

    /// The path without links of what is there of a path, and whether that is all of it.
    private static func nearest(_ path: String) -> (path: String, isWhole: Bool) {
        var (head, isWhole) = (path, true)
        while true {
            while head.utf8.count > 1, head.utf8.last == UInt8(ascii: "/") { head.removeLast() }
            if let real = realpath(head, nil) {
                defer { free(real) }
                return (String(cString: real), isWhole)
            }
            guard head != "/", head != "." else { return ("/", false) }
            let slash = head.lastIndex(of: "/")
            head = slash.map { $0 == head.startIndex ? "/" : String(head[..<$0]) } ?? "."
            isWhole = false
        }
    }

    private static func parent(of folder: String) -> String {
        guard let slash = folder.lastIndex(of: "/"), slash != folder.startIndex else { return "/" }
        return String(folder[..<slash])
    }
}
