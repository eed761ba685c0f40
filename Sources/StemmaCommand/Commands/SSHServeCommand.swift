import ArgumentParser
import GitTransport
import Glibc

/// `stemma ssh-serve`: what a key that logged in through sshd may do.
struct SSHServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ssh-serve", abstract: "Serve git to somebody who logged in through sshd.",
        discussion: """
            sshd starts this; `stemma ssh-keys` prints the lines that tell it to. It hands what the client asked for (SSH_ORIGINAL_COMMAND, \
            GIT_PROTOCOL) to the running server of the wiki, which decides, and lets bytes through. Ends with git's own code, or with 255 \
            where no server is there.
            """)

    @Option(help: ArgumentHelp("The fingerprint of the key that logged in.", valueName: "FINGERPRINT"))
    var key: String

    @Argument(help: ArgumentHelp("The folder of the wiki.", valueName: "DIR"))
    var directory: String

    func run() throws {
        let code = SSHServeClient.run(
            keyID: key, command: Self.variable("SSH_ORIGINAL_COMMAND"), protocol: Self.variable("GIT_PROTOCOL"),
            socket: GitServer.socket(in: directory), address: Self.address(ofConnection: Self.variable("SSH_CONNECTION")))
        if code == 255 { StandardError.write("stemma: The wiki's server is not there. Please try again in a moment.\n") }
        throw ExitCode(code)
    }

    /// The client's address: the first word of what sshd tells of the connection.
    static func address(ofConnection text: String) -> String {
        String(Substring(text.utf8.prefix { $0 != UInt8(ascii: " ") }))
    }

    private static func variable(_ name: String) -> String {
        getenv(name).map { String(cString: $0) } ?? ""
    }
}
