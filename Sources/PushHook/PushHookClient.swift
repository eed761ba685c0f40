import Glibc

/// The `pre-receive` hook: a thin client that tells the server what git was told, shows what the server says, and ends as it
/// decides.
///
/// It is a program of its own that knows no library, since every push waits for its start: 1.5 ms, where the whole of Stemma
/// with all its libraries takes 24.
package enum PushHookClient {
    /// The name under which git starts it.
    package static let name = "pre-receive"

    /// Does all of it, and gives back the exit code: 0 where the push is let in.
    package static func run() -> Int32 {
        signal(SIGPIPE, SIG_IGN)
        let gone = variable(HookEnvironment.gone) ?? "The wiki's server is gone."
        guard let socket = variable(HookEnvironment.socket), let push = variable(HookEnvironment.push),
            let commands = commands(),
            let request = HookMessage.bytes(push: push, quarantine: variable("GIT_QUARANTINE_PATH") ?? "", commands: commands)
        else {
            say(gone)
            return 1
        }
        do {
            return try ask(request, at: socket, gone: gone, say: say)
        } catch {
            say(gone)
            return 1
        }
    }

    /// Sends the request and follows the answers; a server that ends without one refuses.
    package static func ask(_ request: [UInt8], at path: String, gone: String, say: (String) -> Void) throws -> Int32 {
        let socket = try BlockingSocket(path: path)
        guard socket.write(request) else { throw UnixAddress.Failure("write", path) }
        var rest: [UInt8] = []
        while let bytes = socket.read() {
            rest += bytes
            while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                let answer = HookAnswer(line: rest[..<end])
                rest.removeFirst(end + 1)
                switch answer {
                case .say(let text): say(text)
                case .accept: return 0
                case .refuse: return 1
                case nil: break
                }
            }
            guard rest.count <= HookMessage.limit else { break }
        }
        say(gone)
        return 1
    }

    /// What git writes to the hook: `OLD NEW NAME` on each line; nil where that is too much.
    private static func commands() -> [ArraySlice<UInt8>]? {
        var bytes: [UInt8] = []
        while let more = BlockingSocket.read(from: STDIN_FILENO) {
            bytes += more
            guard bytes.count <= HookMessage.limit else { return nil }
        }
        return bytes.split(separator: UInt8(ascii: "\n"))
    }

    private static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    private static func say(_ line: String) {
        _ = BlockingSocket.write(Array("\(line)\n".utf8), to: STDERR_FILENO)
    }
}
