import Glibc

/// The file that a book is written to: there whole or not at all, and durable once it is there.
package struct BookFile: Sendable {
    private let path: String

    /// Names a file; nothing is made yet.
    package init(_ path: String) { self.path = path }

    /// Tells before the work whether a book may be written there.
    /// - Throws: `BookError.noFile` where something stands there that is no file, as a folder, a pipe or a device.
    package func check() throws(BookError) { _ = try place() }

    /// The path with the links at its end followed: who put a link there wants the file behind it to change.
    private func place() throws(BookError) -> String {
        var info = stat()
        guard lstat(path, &info) == 0 else { return path }
        var place = path
        if info.st_mode & S_IFMT == S_IFLNK {
            guard let real = realpath(path, nil) else { throw Self.failure() }
            defer { free(real) }
            place = String(cString: real)
            guard lstat(place, &info) == 0 else { throw Self.failure() }
        }
        guard info.st_mode & S_IFMT == S_IFREG else { throw .noFile(path) }
        return place
    }

    /// Writes the book beside its place and moves it there; what was there before is replaced.
    /// - Throws: `BookError.noFile` as ``check()`` does, `BookError.file` with the system's reason; then nothing has changed.
    package func write(_ bytes: [UInt8]) throws(BookError) {
        let path = try place()
        let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let name = path.split(separator: "/").last.map(String.init) ?? path
        var template = Array("\(folder)/.\(name.prefix(40)).XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw Self.failure() }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        defer { close(descriptor) }
        do throws(BookError) {
            try Self.write(bytes, to: descriptor)
            guard fchmod(descriptor, 0o644) == 0, fsync(descriptor) == 0, rename(template, path) == 0 else { throw Self.failure() }
        } catch {
            unlink(template)
            throw error
        }
        let parent = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard parent >= 0 else { return }
        fsync(parent)
        close(parent)
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(BookError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else { throw failure() }
            rest = rest.dropFirst(max(0, count))
        }
    }

    private static func failure() -> BookError { .file(String(cString: strerror(errno))) }
}
