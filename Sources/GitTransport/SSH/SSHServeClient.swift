import Dispatch
import Glibc
import PushHook

/// What `stemma ssh-serve` does: it stands between sshd and the server, and lets bytes through. Who may do what, the server
/// decides.
package struct SSHServeClient {
    /// Serves standard input, output and error until git has said all; gives back the exit code.
    /// - Parameters:
    ///   - keyID: the fingerprint of the key that logged in, `SHA256:…`.
    ///   - command: `SSH_ORIGINAL_COMMAND`.
    ///   - version: `GIT_PROTOCOL`; empty for none.
    ///   - socket: see ``GitServer/socket(in:)``.
    ///   - address: where the client came from, the first word of `SSH_CONNECTION`.
    /// - Returns: 255 where no server is there to ask.
    package static func run(keyID: String, command: String, protocol version: String, socket path: String, address: String = "") -> Int32 {
        signal(SIGPIPE, SIG_IGN)
        do {
            let socket = try BlockingSocket(path: path)
            let request = SSHRequest(key: keyID, command: command, version: version, address: address)
            guard socket.write(request.bytes) else { return 255 }
            return relay(socket)
        } catch {
            return 255
        }
    }

    /// Reads the client's bytes on a thread of its own: neither way waits for the other.
    private static func relay(_ socket: borrowing BlockingSocket) -> Int32 {
        let descriptor = socket.descriptor
        DispatchQueue.global().async {
            while let bytes = BlockingSocket.read(from: STDIN_FILENO) {
                guard BlockingSocket.write(bytes, to: descriptor) else { return }
            }
            shutdown(descriptor, Int32(SHUT_WR))
        }
        var rest: [UInt8] = []
        while let bytes = socket.read() {
            rest += bytes
            do throws(BrokenFrame) {
                while let frame = try SSHFrame(takingFrom: &rest) {
                    if let code = show(frame) { return code }
                }
            } catch {
                return 255
            }
        }
        return 255
    }

    /// Hands on a frame; the exit code where it is the last.
    private static func show(_ frame: SSHFrame) -> Int32? {
        switch frame.kind {
        case .output: BlockingSocket.write(frame.payload, to: STDOUT_FILENO) ? nil : 255
        case .error: BlockingSocket.write(frame.payload, to: STDERR_FILENO) ? nil : 255
        case .exit: Int32(frame.payload.first ?? 255)
        }
    }
}
