import Glibc

/// The `pre-receive` hook: a thin client that tells the server what git was told, shows what the server says, and ends as it
/// decides. Git starts this same program under the hook's name.
package struct PushHookClient {
    /// The name under which git starts it.
    package static let name = "pre-receive"

    /// True where the program was started as the hook.
    /// - Parameter program: the first of the process's arguments.
    package static func isCalled(as program: String) -> Bool {
        program == name || program.hasSuffix("/\(name)")
    }

    /// Does all of it, and gives back the exit code: 0 where the push is let in.
    package static func run() -> Int32 {
        signal(SIGPIPE, SIG_IGN)
        let gone = variable(HookEnvironment.gone) ?? "The wiki's server is gone."
        guard let socket = variable(HookEnvironment.socket), let push = variable(HookEnvironment.push),
            let commands = commands(),
            let request = HookRequest(push: push, quarantine: variable("GIT_QUARANTINE_PATH") ?? "", commands: commands).bytes
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
    static func ask(_ request: [UInt8], at path: String, gone: String, say: (String) -> Void) throws -> Int32 {
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
            guard rest.count <= HookRequest.limit else { break }
        }
        say(gone)
        return 1
    }

    /// What git writes to the hook: `OLD NEW NAME` on each line; nil where that is too much or something else.
    private static func commands() -> [RefCommand]? {
        var bytes: [UInt8] = []
        while let more = BlockingSocket.read(from: STDIN_FILENO) {
            bytes += more
            guard bytes.count <= HookRequest.limit else { return nil }
        }
        var commands: [RefCommand] = []
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            guard let command = RefCommand(line: line) else { return nil }
            commands.append(command)
        }
        return commands
    }

    private static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    private static func say(_ line: String) {
        _ = BlockingSocket.write(Array("\(line)\n".utf8), to: STDERR_FILENO)
    }
}
