import Glibc

/// Addresses on this machine.
enum Loopback {
    static let host = "127.0.0.1"
    /// The same as a number.
    private static let own: UInt32 = 0x7F00_0001

    /// One of many addresses to come from, `127.1.0.1` and those after it: to a server each is another visitor.
    static func visitor(_ number: Int) -> UInt32 { 0x7F01_0001 + UInt32(number) }

    /// The socket address of a port, on one of this machine's loopback addresses.
    static func address(_ port: UInt16, host: UInt32 = own) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = host.bigEndian
        return address
    }

    /// A port that nobody listens on right now.
    static func freePort() throws -> UInt16 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw BenchmarkFailure("No socket can be made.") }
        defer { close(descriptor) }
        var bound = address(0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let code = withUnsafeMutablePointer(to: &bound) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(descriptor, generic, length) == 0 ? getsockname(descriptor, generic, &length) : -1
            }
        }
        guard code == 0 else { throw BenchmarkFailure("No port is free.") }
        return UInt16(bigEndian: bound.sin_port)
    }
}
