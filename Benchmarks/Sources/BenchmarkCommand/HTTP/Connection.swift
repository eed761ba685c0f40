import Glibc

/// A connection that is kept open: one request after another, each answered before the next. So small that its own
/// time does not show in what it measures.
final class Connection {
    private let descriptor: Int32
    private let host: String
    private var buffer: [UInt8] = []
    private var chunk = [UInt8](repeating: 0, count: 1 << 16)

    /// Nil where nobody listens on the port.
    /// - Parameter source: the address to come from, where it is not the usual one.
    init?(port: UInt16, from source: UInt32? = nil) {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        let isBound = source.map { Self.give(descriptor, Loopback.address(0, host: $0), to: bind) } ?? true
        guard isBound, Self.give(descriptor, Loopback.address(port), to: connect) else {
            close(descriptor)
            return nil
        }
        var isOn: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &isOn, socklen_t(MemoryLayout<Int32>.size))
        var patience = timeval(tv_sec: 30, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        self.descriptor = descriptor
        host = "\(Loopback.host):\(port)"
    }

    deinit { close(descriptor) }

    func get(_ address: String, fields: [String: String] = [:]) throws -> Answer {
        try ask("GET", address, fields: fields)
    }

    /// Sends a request and waits for the whole answer. Redirects are not followed.
    func ask(_ method: String, _ address: String, fields: [String: String] = [:], body: [UInt8] = []) throws -> Answer {
        try send(method, address, fields: fields, body: body)
        return try answer()
    }

    /// Sends a request without waiting; `answer` is to be called before the next.
    func send(_ method: String, _ address: String, fields: [String: String] = [:], body: [UInt8] = []) throws {
        var head = "\(method) \(address) HTTP/1.1\r\nHost: \(host)\r\n"
        for (name, value) in fields { head += "\(name): \(value)\r\n" }
        if !body.isEmpty { head += "Content-Length: \(body.count)\r\n" }
        try send(Array((head + "\r\n").utf8) + body)
    }

    /// Whether something of an answer is there to be read, or the server hung up.
    var hasAnswer: Bool {
        var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return !buffer.isEmpty || poll(&watched, 1, 0) > 0
    }

    /// Calls a function of sockets that takes an address.
    private static func give(
        _ descriptor: Int32, _ address: sockaddr_in, to call: (Int32, UnsafePointer<sockaddr>?, socklen_t) -> Int32
    ) -> Bool {
        withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                call(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }

    private func send(_ bytes: [UInt8]) throws {
        var start = 0
        while start < bytes.count {
            let count = bytes[start...].withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { throw BenchmarkFailure("The server at \(host) hung up.") }
            start += count
        }
    }

    /// Waits for the whole answer to what was sent.
    func answer() throws -> Answer {
        let end = try headEnd()
        guard let head = AnswerHead(buffer[..<end]) else { throw BenchmarkFailure("\(host) does not speak HTTP.") }
        buffer.removeFirst(end)
        let body: [UInt8]
        if let length = head.length {
            while buffer.count < length { try fill() }
            body = take(length)
        } else {
            body = try chunkedBody()
        }
        return Answer(status: head.status, fields: head.fields, body: body)
    }

    /// Where the head ends, behind its empty line.
    private func headEnd() throws -> Int {
        let mark = Array("\r\n\r\n".utf8)
        var searched = 0
        while true {
            if let end = buffer.firstRange(of: mark, from: max(0, searched - 3)) { return end }
            searched = buffer.count
            try fill()
        }
    }

    private func chunkedBody() throws -> [UInt8] {
        var body: [UInt8] = []
        while true {
            let mark = Array("\r\n".utf8)
            while buffer.firstRange(of: mark, from: 0) == nil { try fill() }
            let end = buffer.firstRange(of: mark, from: 0) ?? 2
            let line = String(decoding: take(end).dropLast(2).prefix { $0 != UInt8(ascii: ";") }, as: UTF8.self)
            guard let size = Int(line, radix: 16) else { throw BenchmarkFailure("\(host) sent a broken chunk.") }
            while buffer.count < size + 2 { try fill() }
            body += take(size)
            _ = take(2)
            if size == 0 { return body }
        }
    }

    private func take(_ count: Int) -> [UInt8] {
        let part = Array(buffer[..<count])
        buffer.removeFirst(count)
        return part
    }

    private func fill() throws {
        let count = recv(descriptor, &chunk, chunk.count, 0)
        guard count > 0 else { throw BenchmarkFailure("The server at \(host) hung up, or took longer than 30 s.") }
        buffer += chunk[..<count]
    }
}

extension [UInt8] {
    /// The end of the first place where these bytes stand.
    func firstRange(of mark: [UInt8], from start: Int) -> Int? {
        guard count >= mark.count, start <= count - mark.count else { return nil }
        for place in start...(count - mark.count) where self[place] == mark[0] && self[place..<place + mark.count].elementsEqual(mark) {
            return place + mark.count
        }
        return nil
    }
}
