import Git
import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import GitTransport

/// How a refusal reaches somebody's terminal.
@Suite struct HTTPRefusalTests {
    private let busy = HTTPRefusal.retry(.serviceUnavailable, "Come again.", after: 10)

    private func answer(_ refusal: HTTPRefusal, _ program: GitService.Program, length: Int = 100, type: String? = nil) throws -> Response {
        var head = HTTPRequest(method: .post, scheme: "http", authority: "wiki.example", path: "/wiki.git/git-\(program.rawValue)")
        head.headerFields = [
            .contentType: type ?? "application/x-git-\(program.rawValue)-request", .contentLength: "\(length)",
        ]
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer()))
        return refusal.response(to: request, for: program, try PushWordsTests.words())
    }

    @Test func aCloneHearsASentence() throws {
        let told = try answer(busy, .uploadPack)
        #expect(told.status == .ok && told.headers[.contentType] == "application/x-git-upload-pack-result")
        #expect(told.headers[.retryAfter] == "10")
        #expect(told.body.contentLength == PacketLine.line("ERR Come again.\n").count)
    }

    @Test func aProbeHearsOnlyWhatLasts() throws {
        #expect(try answer(busy, .receivePack, length: 4).status == .ok, "by the push itself there may be room")
        #expect(try answer(.forbidden("No."), .receivePack, length: 4).status == .forbidden)
    }

    @Test func whatIsNoGitHearsTheNumber() throws {
        #expect(try answer(busy, .uploadPack, type: "text/plain").status == .serviceUnavailable)
        let login = HTTPRefusal.login(try PushWordsTests.words(), realm: "wiki")
        #expect(try answer(login, .receivePack).status == .unauthorized, "git then asks for a password")
    }
}
