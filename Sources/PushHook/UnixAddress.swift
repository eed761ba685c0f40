package import Glibc

/// The address of a Unix socket by its path, however long that is.
package struct UnixAddress {
    /// A system call failed.
    package struct Failure: Error, CustomStringConvertible {
        /// The call, the path and the system's reason.
        package let description: String

        /// Puts it together from `errno`.
        package init(_ call: String, _ path: String) {
            description = "\(call) \(path): \(String(cString: strerror(errno)))"
        }
    }

    /// The path.
    package let path: String

    /// An address that is not looked at yet.
    package init(path: String) { self.path = path }

    /// Lends the address. A path that is longer than an address may be (108 bytes on Linux) is reached through its folder.
    package func lend<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) throws -> Result) throws -> Result {
        var address = sockaddr_un()
        let room = MemoryLayout.size(ofValue: address.sun_path)
        guard path.utf8.count >= room else { return try Self.lend(path, &address, body) }
        let slash = path.lastIndex(of: "/") ?? path.startIndex
        let folder = open(String(path[..<slash]), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw Failure("open", path) }
        defer { close(folder) }
        let short = "/proc/self/fd/\(folder)\(path[slash...])"
        guard short.utf8.count < room else {
            errno = ENAMETOOLONG
            throw Failure("bind", path)
        }
        return try Self.lend(short, &address, body)
    }

    private static func lend<Result>(
        _ path: String, _ address: inout sockaddr_un, _ body: (UnsafePointer<sockaddr>, socklen_t) throws -> Result
    ) throws -> Result {
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { room in
            room.copyBytes(from: path.utf8.prefix(room.count - 1))
        }
        return try withUnsafePointer(to: &address) { pointer in
            try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { try body($0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
        }
    }
}
