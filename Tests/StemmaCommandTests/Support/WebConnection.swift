import Glibc
import Testing

/// One connection to a server on this machine: bytes in, bytes out, nothing hidden.
final class WebConnection {
    /// Nobody answered.
    struct Silence: Error, CustomStringConvertible {
        let description: String
    }

    private let socket: Int32
    /// The first line that was sent.
    private var asked = ""
    /// What came after the last answer that was read.
    private var unread: [UInt8] = []

    /// - Parameter source: the address of this machine that it comes from; any in 127.0.0.0/8.
    init(port: Int, from source: String? = nil) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        try #require(socket >= 0)
        var limit = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        if let source { try #require(Self.with(source, port: 0) { bind(socket, $0, $1) } == 0, "\(source) is no address of this machine") }
        let result = Self.with("127.0.0.1", port: port) { connect(socket, $0, $1) }
        if result != 0 { throw Silence(description: "no server listens on port \(port)") }
    }

    deinit {
        close(socket)
    }

    /// Sends all of it. False where the other side has hung up.
    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        if asked.isEmpty { asked = String(decoding: bytes.prefix(200).prefix { $0 != 13 }, as: UTF8.self) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if count < 0, errno == EINTR { continue }
            if count <= 0 { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    @discardableResult
    func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    /// Says that nothing more will be sent.
    func finishSending() { shutdown(socket, Int32(SHUT_WR)) }

    /// All that comes until the other side closes.
    func readToEnd() -> [UInt8] {
        var result: [UInt8] = []
        while let bytes = readSome() { result += bytes }
        return result
    }

    /// Reads one answer and leaves the connection open.
    /// - Parameter hasBody: false for the answer to HEAD.
    func readAnswer(hasBody: Bool = true) throws -> Answer {
        while true {
            if let answer = Answer(unread, hasBody: hasBody, isOver: false) {
                unread.removeFirst(answer.size)
                return answer
            }
            guard let more = readSome() else { break }
            unread += more
        }
        if let answer = Answer(unread, hasBody: hasBody, isOver: true) { return answer }
        throw Silence(description: "no whole answer to \(asked): \(String(decoding: unread.prefix(500), as: UTF8.self))")
    }

    private static func with(_ host: String, port: Int, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        inet_pton(AF_INET, host, &address.sin_addr)
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
    }

    /// Whether something has come that was not read yet, or comes within so many milliseconds.
    func hasNews(within milliseconds: Int32) -> Bool {
        var wish = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        return !unread.isEmpty || poll(&wish, 1, milliseconds) > 0
    }

    private func readSome() -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = recv(socket, &buffer, buffer.count, 0)
            if count < 0, errno == EINTR { continue }
            return count > 0 ? Array(buffer[..<count]) : nil
        }
    }
}
