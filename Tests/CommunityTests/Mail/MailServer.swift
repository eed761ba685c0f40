import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// A mail server that is no part of the product, on a port of this machine, for as long as somebody holds this.
final class MailServer {
    /// A letter as Python's own parser understood it.
    struct Letter: Decodable {
        /// What the client called itself.
        let greeting: String
        let isEncrypted: Bool
        /// Who logged in; empty where nobody did.
        let login: String
        let sender: String
        let recipients: [String]
        /// The names of all headers, in their order.
        let names: [String]
        /// Pairs of name and address.
        let from: [[String]]
        let to: [String]
        let subject: String
        let time: Int64
        let body: String
        let defects: [String]
        let longestLine: Int
        let isASCII: Bool
    }

    /// The server, or what it needs, can't be made.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Whether this machine has what the server is made of.
    static let isInstalled: Bool = {
        let tried = try? ChildProcess.run("/usr/bin/python3", ["-c", "import aiosmtpd.smtp"])
        return tried?.status == 0
    }()

    let port: Int
    private let process: pid_t
    private let folder: TemporaryFolder

    /// Starts a server in one of the script's modes.
    init(_ mode: String, certificate: Certificate? = nil) throws {
        let script = #filePath.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/mail_server.py"
        folder = try TemporaryFolder()
        let files = certificate.map { [$0.file, $0.key] } ?? []
        process = try ChildProcess.start(
            "/bin/sh",
            ["-c", #"out=$1; shift; exec /usr/bin/python3 "$@" >"$out/out" 2>"$out/errors""#, "sh", folder.path, script, mode] + files)
        let first = Self.line(0, of: folder.path + "/out", seconds: 30)
        guard let port = first.flatMap({ Int($0) }) else {
            let said = String(decoding: Self.bytes(folder.path + "/errors"), as: UTF8.self)
            kill(process, SIGKILL)
            waitpid(process, nil, 0)
            throw Failure(description: "the mail server does not start: \(said)")
        }
        self.port = port
    }

    deinit {
        kill(process, SIGKILL)
        waitpid(process, nil, 0)
    }

    /// The letter of a number, from 0, once it has come.
    func letter(_ number: Int = 0) throws -> Letter {
        let line = try #require(Self.line(number + 1, of: folder.path + "/out", seconds: 10), "no letter came")
        return try JSONDecoder().decode(Letter.self, from: Data(line.utf8))
    }

    /// Waits until somebody has connected to a server that is silent.
    func waitForClient() { _ = Self.line(1, of: folder.path + "/out", seconds: 10) }

    /// How many letters have come.
    var count: Int { Self.bytes(folder.path + "/out").count { $0 == 10 } - 1 }

    private static func line(_ number: Int, of path: String, seconds: Int) -> String? {
        let deadline = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < deadline {
            let lines = bytes(path).split(separator: 10, omittingEmptySubsequences: false)
            if lines.count > number + 1 { return String(decoding: lines[number], as: UTF8.self) }
            usleep(2000)
        }
        return nil
    }

    private static func bytes(_ path: String) -> [UInt8] {
        guard let file = fopen(path, "r") else { return [] }
        defer { fclose(file) }
        var result: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 { return result }
            result += buffer[..<count]
        }
    }
}
