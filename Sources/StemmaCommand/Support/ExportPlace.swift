import Glibc
import WikiCore

/// Where a static site is written, and why it may not be there: an export takes the place of whatever its folder holds.
struct ExportPlace: Equatable {
    /// The folder's absolute path.
    let path: String

    /// - Parameters:
    ///   - folder: the path as it was given; a relative one begins at `base`.
    ///   - base: the data folder for what stands in its settings, else the folder that somebody works in.
    ///   - data: the data folder, which an export must not touch.
    init(_ folder: String, from base: String, data: DataFolder) throws(Failure) {
        let wiki = Self.real(data.path)
        let absolute = folder.utf8.first == UInt8(ascii: "/") ? folder : "\(Self.real(base))/\(folder)"
        path = Self.real(Self.plain(absolute))
        guard !path.utf8.split(separator: UInt8(ascii: "/")).contains(where: { $0.elementsEqual("..".utf8) }) else {
            throw Failure(.usage, "\(folder) leads through a folder that is not there. Write its path without “..”.")
        }
        guard !Self.lies(wiki, in: path) else {
            throw Failure(.usage, "\(folder) holds the wiki itself. Choose another folder for the site; nothing was changed.")
        }
        if let other = Self.owner(of: path, in: data) {
            throw Failure(.usage, "\(other) belongs to the wiki. Choose another folder for the site; nothing was changed.")
        }
    }

    /// The folder that the settings name; nil where they name none.
    init?(of configuration: Configuration, data: DataFolder) throws(Failure) {
        guard let folder = configuration.export.folder else { return nil }
        try self.init(folder, from: data.path, data: data)
    }

    /// Refuses to write a book over what belongs to the wiki.
    /// - Parameter file: the path as it was given.
    static func check(book file: String, data: DataFolder) throws(Failure) {
        guard let other = owner(of: real(file), in: data) else { return }
        throw Failure(.usage, "\(other) belongs to the wiki. Choose another file for the book; nothing was changed.")
    }

    /// What of the wiki's own a path is or lies in; nil where it is free.
    private static func owner(of path: String, in data: DataFolder) -> String? {
        let kept = [data.repository, data.exportsFolder, "\(data.path)/hooks"] + files(of: data)
        return kept.map(real).first { lies(path, in: $0) }
    }

    private static func files(of data: DataFolder) -> [String] {
        let databases = [data.indexFile, data.communityFile].flatMap { file in ["", "-wal", "-shm"].map { file + $0 } }
        return databases + [data.configurationFile, "\(data.path)/server.sock", "\(data.path)/.lock"]
    }

    private static func lies(_ path: String, in folder: String) -> Bool {
        path.utf8.elementsEqual(folder.utf8) || folder == "/" || path.utf8.starts(with: "\(folder)/".utf8)
    }

    /// An absolute path without segments that say nothing.
    private static func plain(_ path: String) -> String {
        let segments = path.utf8.split(separator: UInt8(ascii: "/")).filter { !$0.elementsEqual(".".utf8) }
        return "/" + segments.map { String(Substring($0)) }.joined(separator: "/")
    }

    /// A path with the symbolic links of all of it that is there resolved, since two paths of one folder look different.
    private static func real(_ path: String) -> String {
        var head = path
        while head.utf8.count > 1, head.utf8.last == UInt8(ascii: "/") { head.removeLast() }
        var tail = ""
        // As many links to what is not there yet as systems follow.
        var links = 40
        while true {
            if let found = realpath(head.isEmpty ? "." : head, nil) {
                defer { free(found) }
                let whole = String(cString: found) + tail
                return whole.utf8.starts(with: "//".utf8) ? String(whole.dropFirst()) : whole
            }
            if links > 0, let target = linked(head) {
                links -= 1
                head = target
                continue
            }
            guard let slash = head.utf8.lastIndex(of: UInt8(ascii: "/")) else { return real(".") + "/\(head)\(tail)" }
            tail = String(head[slash...]) + tail
            head = slash == head.startIndex ? "/" : String(head[..<slash])
            if head == "/" { return tail }
        }
    }

    /// Where a symbolic link leads; nil where there is none.
    private static func linked(_ path: String) -> String? {
        var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let count = buffer.withUnsafeMutableBytes { bytes in
            bytes.withMemoryRebound(to: CChar.self) { room in room.baseAddress.map { readlink(path, $0, room.count) } ?? -1 }
        }
        guard count > 0 else { return nil }
        let target = String(decoding: buffer[..<count], as: UTF8.self)
        guard target.utf8.first != UInt8(ascii: "/"), let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return target }
        return "\(path[..<slash])/\(target)"
    }
}
