import Glibc
import Testing

/// A real sshd on this machine, which asks the wiki whose keys it should let in.
final class RunningSSH {
    private static let program = "/usr/sbin/sshd"

    /// Whether this machine can run it: sshd asks no command that is not root's.
    static var isPossible: Bool { geteuid() == 0 && access(program, X_OK) == 0 }

    let port: Int
    private let wiki: RunningWiki
    private let process: ChildProcess

    init(_ wiki: RunningWiki) throws {
        self.wiki = wiki
        port = try RunningProxy.freePort()
        let place = wiki.place
        try Self.makeKey(place.path("host_key"))
        // Where no service ever ran, its empty folder is missing.
        mkdir("/run/sshd", 0o755)
        let program = try #require(StemmaProgram.path)
        try place.write(
            "sshd_config",
            """
            Port \(port)
            ListenAddress 127.0.0.1
            HostKey \(place.path("host_key"))
            PidFile none
            UsePAM no
            StrictModes no
            PasswordAuthentication no
            KbdInteractiveAuthentication no
            PermitRootLogin prohibit-password
            AuthorizedKeysFile none
            AuthorizedKeysCommand /usr/bin/env \(program) ssh-keys \(wiki.folder) %u %f
            AuthorizedKeysCommandUser root
            AcceptEnv GIT_PROTOCOL

            """)
        process = try ChildProcess(Self.program, ["-D", "-e", "-f", place.path("sshd_config")])
        let isReady = Patience.wait { [port] in (try? WebConnection(port: port)) != nil }
        try #require(isReady, "sshd does not listen: \(process.errors(containing: "", seconds: 0))")
    }

    deinit {
        process.signal(SIGTERM)
    }

    /// Makes a pair of keys; the public one has `.pub` behind its path.
    static func makeKey(_ path: String, type: String = "ed25519") throws {
        let made = try ChildProcess("ssh-keygen", ["-q", "-t", type, "-N", "", "-C", "story", "-f", path]).wait()
        try #require(made.code == 0, "\(made.errors)")
    }

    /// How git comes here with a key.
    func variables(key: String, _ name: String) -> [String: String] {
        GitFolder.author(name, "\(name)@example.org").merging(["GIT_SSH_COMMAND": (["ssh"] + options(key)).joined(separator: " ")]) { $1 }
    }

    /// Where git finds the wiki.
    var cloneAddress: String { "ssh://root@127.0.0.1:\(port)/wiki.git" }

    /// Runs any command at the other end.
    func run(_ command: String..., key: String) throws -> ChildProcess.Result {
        try ChildProcess("ssh", options(key) + ["-p", "\(port)", "root@127.0.0.1"] + command).wait()
    }

    /// What sshd has said.
    var log: String { process.errors(containing: "", seconds: 0) }

    private func options(_ key: String) -> [String] {
        [
            "-F", "/dev/null", "-i", key, "-o", "IdentitiesOnly=yes", "-o", "IdentityAgent=none", "-o", "BatchMode=yes",
            "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR",
        ]
    }
}
