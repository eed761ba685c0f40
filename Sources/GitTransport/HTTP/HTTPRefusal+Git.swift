import Git
import HTTPTypes
import Hummingbird
import NIOCore

extension HTTPRefusal {
    /// How long a client may take to say what it pushes, before it is refused without a word on its references.
    private static let patience = Duration.seconds(30)

    /// True where a client in the middle of a clone or a push is owed the sentence. At `info/refs` git shows what stands in a
    /// refusal, here it would show the number alone. A login it asks for by the number; other numbers no git ever gets.
    private var isForPeople: Bool { [.forbidden, .tooManyRequests, .serviceUnavailable, .unsupportedMediaType].contains(status) }

    /// True where another try may get in.
    private var isForNow: Bool { status != .forbidden }

    /// The answer to a request for a service, in git's own protocol where that carries a sentence: an `ERR` line for a clone, a
    /// verdict on each reference for a push.
    ///
    /// Source of the format: git's `Documentation/gitprotocol-pack.txt`, "pkt-line Format" and "Report Status".
    func response(to request: Request, for program: GitService.Program, _ words: PushWords) -> Response {
        guard isForPeople, GitRequestHead.isMeant(for: program, request.headers) else { return response }
        guard let isGzip = GitRequestHead.isGzip(request.headers) else {
            return told(program, ResponseBody(byteBuffer: ByteBuffer(bytes: program == .receivePack ? band : line)))
        }
        if GitRequestHead.isProbe(request.headers) {
            // Nothing is told to a probe but a number. What holds for now may be over by the push itself.
            return isForNow ? told(program, ResponseBody()) : response
        }
        guard program == .receivePack else { return told(program, ResponseBody(byteBuffer: ByteBuffer(bytes: line))) }
        return told(
            program,
            ResponseBody { writer in
                let client = HTTPClient(request.body, isGzip: isGzip, limit: 2 * PushOpening.byteLimit, writer: writer)
                try await client.write(await report(to: client, words))
                try await client.finish()
            })
    }

    /// Refuses a client that has begun to send, and listens for a while to what it has still to say: it would take a closed
    /// connection for an error and never see the answer.
    func tell(_ client: HTTPClient, _ program: GitService.Program, _ words: PushWords) async throws {
        try await client.write(program == .receivePack ? await report(to: client, words) : line)
        guard status != .requestTimeout else { return }
        try? await Deadline.run(Self.patience) {
            var rest = Self.drained
            while rest > 0, let bytes = try await client.read() { rest -= bytes.count }
        }
    }

    /// The most bytes that a refused client is still listened to.
    private static let drained = 64 << 20

    /// The sentence as git's protocol has it where there is nothing else to say.
    private var line: [UInt8] { PacketLine.line("ERR \(sentence)\n") }

    /// The sentence for a push that can't be read.
    private var band: [UInt8] { PushReport.last([sentence]) }

    /// Reads what shall become of which references, and refuses each.
    private func report(to client: HTTPClient, _ words: PushWords) async -> [UInt8] {
        let opening = try? await Deadline.run(Self.patience) { try await PushOpening.read(from: { try? await client.read() }) }
        guard let opening else { return band }
        return PushReport(opening).refusal([sentence], reason: words.declined)
    }

    private func told(_ program: GitService.Program, _ body: ResponseBody) -> Response {
        var headers = headers
        headers[.contentType] = "application/x-git-\(program.rawValue)-result"
        headers[.cacheControl] = "no-cache"
        return Response(status: .ok, headers: headers, body: body)
    }
}
