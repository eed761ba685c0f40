import Git
package import HTTPTypes
package import Hummingbird
import NIOCore

/// The three addresses at which git talks with git, and no others.
package struct GitRoutes<Context: GitRequestContext>: Sendable {
    private let server: GitServer
    private let mayEditOpenly: @Sendable (HTTPRequest, Context) -> Bool

    /// The routes of a server.
    /// - Parameter mayEditOpenly: whether a request may push without an account: the wiki is open to all, or is being tried on
    ///   this machine.
    package init(_ server: GitServer, mayEditOpenly: @escaping @Sendable (HTTPRequest, Context) -> Bool) {
        self.server = server
        self.mayEditOpenly = mayEditOpenly
    }

    /// Mounts the addresses below the wiki's own. Each asks for its permission itself: which one depends on the service.
    package func addRoutes(to group: some RouterMethods<Context>) {
        group.get("wiki.git/info/refs", use: answerReferences)
        group.post("wiki.git/git-upload-pack", use: answerFetch)
        group.post("wiki.git/git-receive-pack", use: answerPush)
    }

    /// `GET info/refs`: says which references there are.
    @Sendable package func answerReferences(_ request: Request, _ context: Context) async throws -> Response {
        let words = server.words(request.headers)
        do {
            guard let program = GitRequestHead.program(request.uri.query) else {
                throw HTTPRefusal.forbidden(words.text("push.smartOnly"))
            }
            let visitor = try await admit(program, request, context, words)
            // Here git shows the sentence; in the middle of a push it shows a number.
            if program == .receivePack { try server.boundPushes(of: visitor, counts: false) }
            let ticket = try await server.enterListing(visitor)
            defer { withExtendedLifetime(ticket) {} }
            let body = try await server.advertisement(program, version: version(program, request), words)
            return Response(
                status: .ok, headers: Self.headers("application/x-git-\(program.rawValue)-advertisement"),
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
        } catch let refusal as HTTPRefusal {
            return refusal.response
        }
    }

    /// `POST git-upload-pack`: a clone or a fetch.
    @Sendable package func answerFetch(_ request: Request, _ context: Context) async throws -> Response {
        try await serve(.uploadPack, request, context)
    }

    /// `POST git-receive-pack`: a push.
    @Sendable package func answerPush(_ request: Request, _ context: Context) async throws -> Response {
        try await serve(.receivePack, request, context)
    }

    private func serve(_ program: GitService.Program, _ request: Request, _ context: Context) async throws -> Response {
        let words = server.words(request.headers)
        do {
            let visitor = try await admit(program, request, context, words)
            guard GitRequestHead.isMeant(for: program, request.headers) else {
                throw HTTPRefusal(status: .unsupportedMediaType, sentence: words.text("push.contentType"))
            }
            guard let isGzip = GitRequestHead.isGzip(request.headers) else {
                throw HTTPRefusal(
                    status: .unsupportedMediaType, sentence: words.text("push.encoding"), headers: [.acceptEncoding: "gzip"])
            }
            let isProbe = program == .receivePack && GitRequestHead.isProbe(request.headers)
            if program == .receivePack { try server.boundPushes(of: visitor, counts: !isProbe) }
            // Git says nothing to a probe either, but that it was let in.
            if isProbe { return Response(status: .ok, headers: Self.headers(result(program))) }
            return answer(program, request, visitor, isGzip: isGzip)
        } catch let refusal as HTTPRefusal {
            return refusal.response(to: request, for: program, words)
        }
    }

    private func answer(_ program: GitService.Program, _ request: Request, _ visitor: GitVisitor, isGzip: Bool) -> Response {
        var headers = Self.headers(result(program))
        // The connection ends with the answer: it was read to the end in order to see a hang-up.
        headers[.connection] = "close"
        let session = server.session(version: version(program, request))
        let (server, limit) = (server, server.bodyLimit(program))
        let body = ResponseBody { writer in
            let answer = writer
            try await request.body.consumeWithCancellationOnInboundClose { body in
                let client = HTTPClient(body, isGzip: isGzip, limit: limit, writer: answer, seat: server.seat(for: visitor))
                do {
                    let ticket = try await server.enter(program, client, visitor)
                    defer { withExtendedLifetime(ticket) {} }
                    try await session.serve(program, .request, client, visitor, ticket.watch)
                } catch let refusal as HTTPRefusal {
                    try await refusal.tell(client, program, visitor.words)
                }
                try await client.finish()
            }
        }
        return Response(status: .ok, headers: headers, body: body)
    }

    private func result(_ program: GitService.Program) -> String { "application/x-git-\(program.rawValue)-result" }

    private func admit(
        _ program: GitService.Program, _ request: Request, _ context: Context, _ words: PushWords
    ) async throws -> GitVisitor {
        try await server.door.admit(
            program, authorization: request.headers[.authorization], address: context.clientAddress,
            mayEditOpenly: mayEditOpenly(request.head, context), words: words)
    }

    /// A push has no second version of the protocol.
    private func version(_ program: GitService.Program, _ request: Request) -> Int {
        program == .uploadPack ? GitRequestHead.version(request.headers[.gitProtocol]) : 0
    }

    private static func headers(_ contentType: String) -> HTTPFields {
        [.contentType: contentType, .cacheControl: "no-cache"]
    }
}
