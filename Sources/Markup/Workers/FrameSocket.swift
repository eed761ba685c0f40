import Glibc

/// One end of the connection between pool and worker: frames of a 32-bit length (little endian) and that many bytes.
struct FrameSocket: ~Copyable {
    /// Why a frame did not get through.
    enum Failure: Error {
        case timedOut
        case closed
        case tooLong
    }

    let descriptor: Int32

    init(owning descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// Whether the other side says or closes anything within a time.
    func isReadable(within duration: Duration) -> Bool {
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&entry, 1, Deadline(after: duration).remainingMilliseconds ?? 0) != 0
    }

    func send(_ payload: [UInt8], before deadline: Deadline) throws(Failure) {
        var frame: [UInt8] = []
        frame.reserveCapacity(payload.count + 4)
        for shift in [0, 8, 16, 24] { frame.append(UInt8(truncatingIfNeeded: payload.count >> shift)) }
        frame.append(contentsOf: payload)
        var sent = 0
        while sent < frame.count {
            let count = frame[sent...].withUnsafeBytes { bytes in
                Glibc.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
            }
            if count > 0 {
                sent += count
            } else if errno == EAGAIN {
                try wait(for: POLLOUT, before: deadline)
            } else if errno != EINTR {
                throw .closed
            }
        }
    }

    func receive(atMost limit: Int, before deadline: Deadline) throws(Failure) -> [UInt8] {
        let head = try receive(exactly: 4, before: deadline)
        let count = head.reversed().reduce(0) { $0 << 8 | Int($1) }
        guard count <= limit else { throw .tooLong }
        return try receive(exactly: count, before: deadline)
    }

    private func receive(exactly count: Int, before deadline: Deadline) throws(Failure) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var received = 0
        while received < count {
            let read = bytes[received...].withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, Int32(MSG_DONTWAIT)) }
            if read > 0 {
                received += read
            } else if read == 0 {
                throw .closed
            } else if errno == EAGAIN {
                try wait(for: POLLIN, before: deadline)
            } else if errno != EINTR {
                throw .closed
            }
        }
        return bytes
    }

    private func wait(for event: Int32, before deadline: Deadline) throws(Failure) {
        var entry = pollfd(fd: descriptor, events: Int16(event), revents: 0)
        guard let milliseconds = deadline.remainingMilliseconds else { throw .timedOut }
        if poll(&entry, 1, milliseconds) == 0 { throw .timedOut }
    }
}
