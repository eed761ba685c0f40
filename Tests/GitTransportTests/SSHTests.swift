import Git
import Testing

@testable import GitTransport

@Suite struct SSHTests {
    @Test func gitsOwnCommandsAreUnderstood() {
        #expect(SSHCommand("git-upload-pack '/wiki.git'")?.program == .uploadPack)
        #expect(SSHCommand("git-receive-pack 'wiki.git'")?.program == .receivePack)
        #expect(SSHCommand("git upload-pack '/wiki.git/'")?.program == .uploadPack)
    }

    @Test(
        arguments: [
            "", "ls", "git-upload-pack", "git-upload-pack ", "git-upload-pack /wiki.git", "git-upload-pack '/wiki.git' x",
            "git-upload-pack '/wiki.git'; ls", "git-upload-pack '/other.git'", "git-upload-pack '../wiki.git'",
            "git-upload-pack '--help'", "git-upload-archive '/wiki.git'", "git-upload-pack '/wiki.git", "git-upload-pack ''",
            "git-upload-pack '/wiki.git''", "git-upload-pack '/wiki'\\''.git'", " git-upload-pack '/wiki.git'",
            "git-upload-pack  '/wiki.git'", "git-upload-pack \"/wiki.git\"", "git-upload-pack '/wiki.git'\n",
        ]) func nothingElseIs(command: String)
    {
        #expect(SSHCommand(command) == nil)
    }

    @Test func requestsComeBack() throws {
        for request in [
            SSHRequest(key: "SHA256:abc", command: "git-upload-pack '/wiki.git'", version: "version=2", address: "192.0.2.1"),
            SSHRequest(key: "SHA256:abc", command: "a\nb\n\nc", version: "", address: ""),
        ] {
            let bytes = request.bytes
            let opening = Array("\(SSHRequest.opening)\n".utf8)
            #expect(bytes.starts(with: opening))
            // Nothing in it ends the message early.
            let parts = String(decoding: bytes, as: UTF8.self).split(separator: "\n\n", omittingEmptySubsequences: false)
            #expect(parts.count == 2 && parts.last == "")
            #expect(SSHRequest(bytes.dropFirst(opening.count)) == request)
        }
        #expect(SSHRequest(Array("key a\nversion b\n".utf8)) == nil)
        #expect(SSHRequest(Array("key a\nversion b\naddress c\ncommand xyz\n".utf8)) == nil)
    }

    @Test func framesComeWhole() throws {
        let frames = [SSHFrame(.output, [1, 2, 3]), SSHFrame(.error, []), SSHFrame(.exit, [7])]
        var bytes: [UInt8] = []
        var found: [SSHFrame] = []
        for byte in frames.flatMap(\.bytes) {
            bytes.append(byte)
            while let frame = try SSHFrame(takingFrom: &bytes) { found.append(frame) }
        }
        #expect(found == frames)
        var wrong: [UInt8] = [9, 0, 0, 0, 0]
        #expect(throws: BrokenFrame.self) { try SSHFrame(takingFrom: &wrong) }
        wrong = [1, 255, 255, 255, 255]
        #expect(throws: BrokenFrame.self) { try SSHFrame(takingFrom: &wrong) }
    }
}
