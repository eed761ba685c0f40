import Git
import Glibc
import Synchronization
import TestSupport
import Testing

/// The programs that serve clients, each with the real one behind it.
@Suite struct GitServiceTests {
    private struct Setting {
        let test: TestRepository
        let service: GitService
        let tip: ObjectID

        init(limits: ServiceLimits = ServiceLimits()) throws {
            signal(SIGPIPE, SIG_IGN)
            test = try TestRepository()
            tip = try test.commit(["A.md": "a"])
            try test.git("update-ref", "refs/heads/main", tip.hex)
            try test.git("update-ref", "refs/heads/secret", test.commit(["S.md": "s"], onto: [tip]).hex)
            try test.git("update-ref", "refs/tags/v1", tip.hex)
            service = GitService(directory: test.git.directory, branch: "refs/heads/main", limits: limits)
        }
    }

    /// Collects what a program writes.
    private final class Sink: Sendable {
        private let bytes = Mutex<[UInt8]>([])
        func take(_ more: [UInt8]) { bytes.withLock { $0 += more } }
        var text: String { String(decoding: bytes.withLock { $0 }, as: UTF8.self) }
    }

    private func line(_ text: String) -> [UInt8] {
        let digits = String(text.utf8.count + 4, radix: 16)
        return Array((String(repeating: "0", count: 4 - digits.count) + digits + text).utf8)
    }

    @Test(arguments: [GitService.Program.uploadPack, .receivePack])
    func onlyBranchAndTagsAreShown(program: GitService.Program) async throws {
        let setting = try Setting()
        let sink = Sink()
        let outcome = try await setting.service.run(program, .advertisement, input: { _ in }, output: { sink.take($0) })
        #expect(outcome == GitService.Outcome(succeeded: true, wasKilled: false, message: ""))
        #expect(sink.text.contains("\(setting.tip.hex) refs/heads/main"))
        #expect(sink.text.contains("refs/tags/v1"))
        #expect(!sink.text.contains("secret"))
        #expect(sink.text.contains("filter") == (program == .uploadPack))
    }

    @Test func theSecondVersionOfTheProtocolIsSpoken() async throws {
        let setting = try Setting()
        var service = setting.service
        service.protocolVersion = 2
        let sink = Sink()
        _ = try await service.run(.uploadPack, .advertisement, input: { _ in }, output: { sink.take($0) })
        #expect(sink.text.contains("version 2"))
        withExtendedLifetime(setting) {}
    }

    @Test func nothingOfTheSurroundingsCounts() async throws {
        let setting = try Setting()
        let hook = "\(setting.test.folder.path)/hooks"
        mkdir(hook, 0o700)
        let file = open("\(hook)/pre-receive", O_CREAT | O_WRONLY, 0o755)
        let script = "#!/bin/sh\nenv >&2\nexit 1\n"
        write(file, script, script.utf8.count)
        close(file)
        setenv("STEMMA_LEAK", "secret-of-the-server", 1)
        defer { unsetenv("STEMMA_LEAK") }
        var service = setting.service
        service.hooks = hook
        service.variables = ["STEMMA_PUSH_ID": "number-of-the-push"]
        let (output, errors) = (Sink(), Sink())
        let new = try setting.test.commit(["A.md": "b"], onto: [setting.tip])
        let command = line("\(setting.tip.hex) \(new.hex) refs/heads/main\0 report-status\n") + Array("0000".utf8)
        let pack = try setting.test.git.bytes(["pack-objects", "--stdout", "--revs", "-q"], input: Array("\(new.hex)\n".utf8))
        _ = try await service.run(.receivePack, .request) { feed in
            _ = await feed.write(command + pack)
        } errors: { bytes in
            errors.take(bytes)
        } output: { bytes in
            output.take(bytes)
        }
        #expect(errors.text.contains("number-of-the-push"))
        #expect(errors.text.contains("GIT_QUARANTINE_PATH="))
        #expect(!errors.text.contains("secret-of-the-server"))
        #expect(output.text.contains("ng refs/heads/main pre-receive hook declined"))
    }

    @Test func aPackThatIsCutOffIsRefusedAndGone() async throws {
        let setting = try Setting()
        let new = try setting.test.commit(["A.md": String(repeating: "b", count: 1000)], onto: [setting.tip])
        let command = line("\(setting.tip.hex) \(new.hex) refs/heads/main\0 report-status\n") + Array("0000".utf8)
        let pack = try setting.test.git.bytes(["pack-objects", "--stdout", "--revs", "-q"], input: Array("\(new.hex)\n".utf8))
        for bytes in [Array(pack.dropLast(30)), pack.map { $0 ^ 0x55 }, []] {
            let sink = Sink()
            _ = try await setting.service.run(.receivePack, .request) { feed in
                _ = await feed.write(command + bytes)
            } output: { bytes in
                sink.take(bytes)
            }
            #expect(sink.text.contains("ng refs/heads/main"))
            #expect(!sink.text.contains("ok refs/heads/main"))
            #expect(try setting.test.git("rev-parse", "refs/heads/main") == setting.tip.hex)
            let listing = String(decoding: try ChildProcess.run("/bin/ls", ["\(setting.test.git.directory)/objects"]).output, as: UTF8.self)
            #expect(!listing.contains("incoming"))
        }
    }

    @Test func aPackOverTheBoundIsRefused() async throws {
        var limits = ServiceLimits()
        limits.pack = 1000
        let setting = try Setting(limits: limits)
        var generator = SeededGenerator(seed: 1)
        let noise = String((0..<100_000).map { _ in Character(Unicode.Scalar(UInt8.random(in: 33..<127, using: &generator))) })
        let new = try setting.test.commit(["A.md": noise], onto: [setting.tip])
        let command = line("\(setting.tip.hex) \(new.hex) refs/heads/main\0 report-status\n") + Array("0000".utf8)
        let pack = try setting.test.git.bytes(["pack-objects", "--stdout", "--revs", "-q"], input: Array("\(new.hex)\n".utf8))
        let (output, errors) = (Sink(), Sink())
        _ = try await setting.service.run(.receivePack, .request) { feed in
            _ = await feed.write(command + pack)
        } errors: { bytes in
            errors.take(bytes)
        } output: { bytes in
            output.take(bytes)
        }
        #expect(output.text.contains("ng refs/heads/main"))
        #expect(errors.text.contains("maximum allowed size"))
    }

    @Test(.timeLimit(.minutes(1))) func aHangUpLeavesNoChild() async throws {
        let setting = try Setting()
        let (began, sink) = (AsyncStream<Void>.makeStream(), Sink())
        let service = setting.service
        let running = Task {
            try await service.run(.uploadPack, .conversation) { _ in
                try? await Task.sleep(for: .seconds(600))
            } output: { bytes in
                sink.take(bytes)
                began.continuation.yield()
            }
        }
        for await _ in began.stream { break }
        #expect(Self.children(about: setting.test.git.directory) > 0)
        running.cancel()
        let outcome = try? await running.value
        #expect(outcome?.succeeded != true)
        #expect(Self.children(about: setting.test.git.directory) == 0)
    }

    @Test(.timeLimit(.minutes(1))) func anOutputThatFailsEndsTheProgram() async throws {
        struct Gone: Error {}
        let setting = try Setting()
        await #expect(throws: Gone.self) {
            _ = try await setting.service.run(.uploadPack, .conversation) { _ in
                try? await Task.sleep(for: .seconds(600))
            } output: { _ in
                throw Gone()
            }
        }
        #expect(Self.children(about: setting.test.git.directory) == 0)
    }

    @Test func namesThatLookLikeOptionsAreNames() async throws {
        signal(SIGPIPE, SIG_IGN)
        let folder = try TemporaryFolder()
        let trap = "\(folder.path)/trap"
        for name in ["--help", "--upload-pack=touch \(trap)", "-c core.sshCommand=touch \(trap)"] {
            let service = GitService(directory: name, branch: "refs/heads/main", limits: ServiceLimits())
            let outcome = try await service.run(.uploadPack, .advertisement, input: { _ in }, output: { _ in })
            #expect(!outcome.succeeded)
        }
        #expect(access(trap, F_OK) != 0)
    }

    /// How many living processes name a folder in their command line; those that ended have none.
    private static func children(about folder: String) -> Int {
        let script = #"for file in /proc/[0-9]*/cmdline; do tr '\0' ' ' <$file; echo; done 2>/dev/null"#
        let listing = (try? ChildProcess.run("/bin/sh", ["-c", script]))?.output ?? []
        return String(decoding: listing, as: UTF8.self).split(separator: "\n").count {
            $0.contains(folder) && $0.contains("upload-pack")
        }
    }
}
