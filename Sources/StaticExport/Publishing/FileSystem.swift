import CFileSystem
import Glibc

/// Calls of the system on files, with errors that name the path.
enum FileSystem {
    /// The error of the last call.
    static func error(_ path: String) -> ExportError { .system(path: path, reason: String(cString: strerror(errno))) }

    /// Whether something stands at a path, links not followed.
    static func exists(_ path: String) -> Bool {
        var info = stat()
        return lstat(path, &info) == 0
    }

    /// Makes a folder and those above it, where they are missing.
    static func makeFolders(_ path: String) throws(ExportError) {
        if makeFolder(path) { return }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else { throw error(path) }
        try makeFolders(String(path[..<slash]))
        guard makeFolder(path) else { throw error(path) }
    }

    /// Everybody may read what is published, whatever the process gives to its own files.
    private static func makeFolder(_ path: String) -> Bool {
        if mkdir(path, 0o777) == 0 {
            chmod(path, 0o755)
            return true
        }
        return errno == EEXIST
    }

    /// The names in a folder, sorted; nil where there is no folder.
    static func names(in folder: String) throws(ExportError) -> [String]? {
        guard let directory = opendir(folder) else {
            if errno == ENOENT { return nil }
            throw error(folder)
        }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// A file's bytes; nil where there is none, or a folder.
    static func read(_ path: String) throws(ExportError) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw error(path)
        }
        defer { close(file) }
        var info = stat()
        guard fstat(file, &info) == 0 else { throw error(path) }
        if info.st_mode & S_IFMT == S_IFDIR { return nil }
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(info.st_size)) { buffer, count in
            while count < buffer.count {
                let got = Glibc.read(file, buffer.baseAddress.map { $0 + count }, buffer.count - count)
                if got < 0, errno == EINTR { continue }
                guard got > 0 else {
                    failed = got < 0
                    break
                }
                count += got
            }
        }
        if failed { throw error(path) }
        return bytes
    }

    /// Writes a new file; what stood there is another file afterwards, so that whoever reads the old one goes on.
    static func write(_ bytes: [UInt8], to path: String) throws(ExportError) {
        var file = create(path)
        if file < 0 {
            try clear(path)
            file = create(path)
        }
        guard file >= 0 else { throw error(path) }
        defer { close(file) }
        fchmod(file, 0o644)
        var offset = 0
        while offset < bytes.count {
            let put = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress.map { $0 + offset }, $0.count - offset) }
            if put < 0, errno == EINTR { continue }
            guard put > 0 else { throw error(path) }
            offset += put
        }
    }

    private static func create(_ path: String) -> Int32 { open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }

    /// Makes room for a file that could not be made, by what the last call said of it.
    private static func clear(_ path: String) throws(ExportError) {
        switch errno {
        case EEXIST where unlink(path) == 0: return
        case EEXIST: try removeFolder(path)
        case ENOENT, ENOTDIR:
            if errno == ENOTDIR { removeFile(above: path) }
            if let slash = path.lastIndex(of: "/") { try makeFolders(String(path[..<slash])) }
        default: throw error(path)
        }
    }

    /// Takes away the file that stands where a path needs a folder.
    private static func removeFile(above path: String) {
        var folder = path
        while let slash = folder.lastIndex(of: "/"), slash > folder.startIndex {
            folder = String(folder[..<slash])
            var info = stat()
            guard lstat(folder, &info) == 0 else { continue }
            if info.st_mode & S_IFMT != S_IFDIR { unlink(folder) }
            return
        }
    }

    /// Gives a file one more name, in place of what has that name; copies it where the file system knows no such thing.
    static func link(_ old: String, _ new: String) throws(ExportError) {
        if Glibc.link(old, new) == 0 { return }
        if errno == ENOTDIR { removeFile(above: new) }
        if errno == ENOENT || errno == ENOTDIR, let slash = new.lastIndex(of: "/") {
            try makeFolders(String(new[..<slash]))
            if Glibc.link(old, new) == 0 { return }
        }
        if errno == EEXIST {
            if unlink(new) != 0, errno == EISDIR || errno == EPERM { try removeFolder(new) }
            if Glibc.link(old, new) == 0 { return }
        }
        guard errno == EPERM || errno == EXDEV || errno == EMLINK || errno == ENOTSUP, let bytes = try read(old) else { throw error(old) }
        try write(bytes, to: new)
    }

    /// Takes a file away, and the folders that become empty without it, up to but not including `root`.
    static func remove(_ path: String, below root: String) throws(ExportError) {
        // Where a folder has taken its place, the file is gone.
        if unlink(path) != 0, ![ENOENT, ENOTDIR, EISDIR, EPERM].contains(errno) { throw error(path) }
        var folder = path
        while let slash = folder.lastIndex(of: "/") {
            folder = String(folder[..<slash])
            guard folder.utf8.count > root.utf8.count, rmdir(folder) == 0 else { return }
        }
    }

    /// Takes a folder away with all that is in it; links are not followed.
    static func removeFolder(_ path: String) throws(ExportError) {
        for name in try names(in: path) ?? [] {
            let inner = "\(path)/\(name)"
            var info = stat()
            guard lstat(inner, &info) == 0 else { continue }
            if info.st_mode & S_IFMT == S_IFDIR {
                try removeFolder(inner)
            } else if unlink(inner) != 0, errno != ENOENT {
                throw error(inner)
            }
        }
        if rmdir(path) != 0, errno != ENOENT { throw error(path) }
    }

    /// Makes a file durable.
    static func flush(file path: String) throws(ExportError) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw error(path) }
        defer { close(file) }
        if fdatasync(file) != 0 { throw error(path) }
    }

    /// Makes durable what was written to the file system of a folder.
    static func flush(_ folder: String) throws(ExportError) {
        let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { throw error(folder) }
        defer { close(file) }
        if syncfs(file) != 0 { throw error(folder) }
    }
}
