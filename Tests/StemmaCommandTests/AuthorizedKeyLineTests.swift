import Glibc
import Testing

@testable import StemmaCommand

@Suite("Lines for sshd")
struct AuthorizedKeyLineTests {
    private static let key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEYfJcBfkWPHGYpbPAaW+3S1hw3fIVLIYOyTpR8j4lfM"
    private static let print = "SHA256:z/9+bc"

    private func line(_ folder: String, executable: String = "/usr/local/bin/stemma") -> String? {
        AuthorizedKeyLine(key: Self.key, fingerprint: Self.print, executable: executable, folder: folder).text
    }

    /// The words that the person's shell makes of the command, which sshd takes out of a line.
    private func words(_ line: String) throws -> [String] {
        let begin = "restrict,command=\""
        try #require(line.hasPrefix(begin))
        var command: [UInt8] = []
        var rest = Array(line.utf8.dropFirst(begin.utf8.count))[...]
        while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
            let isEscape = byte == UInt8(ascii: "\\") && rest.first == UInt8(ascii: "\"")
            command.append(isEscape ? rest.removeFirst() : byte)
        }
        #expect(String(decoding: rest, as: UTF8.self) == " \(Self.key)")
        let text = String(decoding: command, as: UTF8.self)
        let shell = try ChildProcess("/bin/sh", ["-c", "for word in \(text); do printf '%s\\n' \"$word\"; done"]).wait()
        return shell.lines
    }

    @Test func aPlainLine() {
        #expect(
            line("/srv/wiki") == "restrict,command=\"/usr/local/bin/stemma ssh-serve --key SHA256:z/9+bc /srv/wiki\" \(Self.key)")
    }

    @Test(arguments: [
        "/srv/my wiki", "/srv/o'hara", "/srv/a\"b", "/srv/a\\\"b", "/srv/$(touch x)`id`", "/srv/a;b&c|d>e", "/srv/~*?[x]{a,b}", "/srv/-x",
        "/srv/Übersicht", "/srv/a\\", "/srv/''",
    ])
    func pathsComeThroughAsTheyAre(folder: String) throws {
        let line = try #require(self.line(folder, executable: "\(folder)/bin/stemma"))
        #expect(try words(line) == ["\(folder)/bin/stemma", "ssh-serve", "--key", Self.print, folder])
        #expect(!line.contains("\n"))
    }

    @Test(arguments: ["/srv/a\nb", "/srv/a\rb", "/srv/\u{1B}[31m", "/srv/a\u{7F}"])
    func pathsThatNoLineCanHold(folder: String) {
        #expect(line(folder) == nil)
    }

    @Test func whatSshdAsks() {
        let fingerprint = "SHA256:abc"
        #expect(SSHKeyRequest(["wiki", fingerprint]) == SSHKeyRequest([fingerprint, "wiki"]))
        #expect(SSHKeyRequest(["wiki", nil]).fingerprint == nil)
        #expect(SSHKeyRequest([fingerprint]).user == nil)
        #expect(SSHKeyRequest([fingerprint]).fingerprint == fingerprint)
    }

    @Test func onlyTheOwnersLogins() throws {
        let own = try #require(getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) })
        #expect(SSHKeyRequest([own]).isFor(owner: getuid()))
        #expect(!SSHKeyRequest([own]).isFor(owner: getuid() &+ 1))
        #expect(!SSHKeyRequest(["no such user"]).isFor(owner: getuid()))
        #expect(SSHKeyRequest([]).isFor(owner: getuid()), "somebody at a terminal")
    }

    @Test func whereAClientComesFrom() {
        #expect(SSHServeCommand.address(ofConnection: "192.0.2.7 50022 10.0.0.1 22") == "192.0.2.7")
        #expect(SSHServeCommand.address(ofConnection: "2001:db8::1 1 ::1 22") == "2001:db8::1")
        #expect(SSHServeCommand.address(ofConnection: "") == "")
    }
}
