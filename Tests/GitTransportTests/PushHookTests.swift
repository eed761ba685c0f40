import Dispatch
import Git
import Glibc
import Logging
import PushHook
import Synchronization
import TestSupport
import Testing

@testable import GitTransport

/// The hook against a server that is not the real one.
@Suite(.timeLimit(.minutes(1))) struct PushHookTests {
    private static let request = HookRequest(
        push: "secret", quarantine: "/tmp/x",
        commands: [RefCommand(old: nil, new: ObjectID(hex: String(repeating: "1", count: 40)), name: Array("refs/heads/main".utf8))])

    private var logger: Logger {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return logger
    }

    /// Runs the hook on a thread of its own; its exit code and what it said.
    private func ask(_ path: String) async -> (code: Int32?, said: [String]) {
        signal(SIGPIPE, SIG_IGN)
        return await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                var said: [String] = []
                let code = try? PushHookClient.ask(Self.request.bytes ?? [], at: path, gone: "gone") { said.append($0) }
                continuation.resume(returning: (code, said))
            }
        }
    }

    /// Asks a server that answers with these bytes and hangs up.
    private func ask(answering bytes: [UInt8], in folder: String? = nil) async throws -> (code: Int32?, said: [String], heard: [UInt8]) {
        let temporary = try TemporaryFolder()
        let listener = try UnixListener(path: "\(folder ?? temporary.path)/socket", logger: logger)
        let heard = Mutex<[UInt8]>([])
        listener.serve { socket in
            while let more = try? await socket.read() {
                heard.withLock { $0 += more }
                if more.suffix(2) == Array("\n\n".utf8)[...] { break }
            }
            try? await socket.write(bytes)
        }
        let (code, said) = await ask(listener.path)
        listener.close()
        return (code, said, heard.withLock { $0 })
    }

    @Test func theServerDecides() async throws {
        let accepted = try await ask(answering: HookAnswer.say("Welcome.").line + HookAnswer.accept.line)
        #expect(accepted.code == 0)
        #expect(accepted.said == ["Welcome."])
        #expect(accepted.heard == Self.request.bytes)
        let refused = try await ask(answering: HookAnswer.say("One\nline.").line + HookAnswer.refuse.line)
        #expect(refused.code == 1)
        #expect(refused.said == ["Oneline."])
    }

    @Test func aServerThatGoesRefuses() async throws {
        let gone = try await ask(answering: HookAnswer.say("Wait.").line)
        #expect(gone.code == 1)
        #expect(gone.said == ["Wait.", "gone"])
        #expect(try await ask(answering: Array("nonsense\n".utf8)).code == 1)
        #expect(try await ask(answering: Array("accept".utf8)).code == 1)
        // Nobody there at all.
        #expect(await ask("/nonexistent/socket").code == nil)
    }

    @Test func longPathsAreReached() async throws {
        let folder = try TemporaryFolder()
        let deep = "\(folder.path)/\(String(repeating: "d", count: 150))"
        mkdir(deep, 0o700)
        #expect(try await ask(answering: HookAnswer.accept.line, in: deep).code == 0)
    }

    @Test func requestsComeBack() throws {
        let bytes = try #require(Self.request.bytes)
        let opening = Array("\(HookMessage.opening)\n".utf8)
        #expect(HookRequest(bytes.dropFirst(opening.count)) == Self.request)
        let empty = HookRequest(push: "", quarantine: "", commands: [])
        #expect(HookRequest(try #require(empty.bytes).dropFirst(opening.count)) == empty)
        #expect(HookRequest(push: "a\nb", quarantine: "", commands: []).bytes == nil)
        for wrong in ["", "push a\n", "push a\nkept b\nref xyz\n", "push a\nkept b\nother\n"] {
            #expect(HookRequest(Array(wrong.utf8)) == nil)
        }
    }

    @Test func theFolderOfHooksIsPrivate() throws {
        let folder = try TemporaryFolder()
        for _ in 0..<2 {
            let hooks = try HookFolder(path: "\(folder.path)/hooks", program: "/bin/true")
            var status = stat()
            #expect(stat(hooks.path, &status) == 0)
            #expect(status.st_mode & 0o777 == 0o700)
            #expect(access("\(hooks.path)/pre-receive", X_OK) == 0)
        }
    }
}
