import FoundationEssentials

/// The files of a theme's folder, read from disk: names to bytes. Nothing outside the folder can be named.
struct ThemeFolder: Sendable {
    let path: String

    /// One file, or nil.
    func file(_ name: String) -> [UInt8]? { FileManager.default.contents(atPath: "\(path)/\(name)").map(Array.init) }

    /// All files below a subfolder, by their path inside it; hidden ones are left out.
    func files(in subfolder: String = "") -> [String: [UInt8]] {
        let root = subfolder.isEmpty ? path : "\(path)/\(subfolder)"
        var files: [String: [UInt8]] = [:]
        for name in (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? [] {
            guard !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { continue }
            var isFolder = false
            guard FileManager.default.fileExists(atPath: "\(root)/\(name)", isDirectory: &isFolder), !isFolder else { continue }
            files[name] = FileManager.default.contents(atPath: "\(root)/\(name)").map(Array.init)
        }
        return files
    }
}
