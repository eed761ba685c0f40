import Community
import HTTPTypes
import Hummingbird
import Logging
import Markup
import NIOCore
import NIOEmbedded
import Presentation
import TestSupport
import Testing
import WikiCore
import Wording

@testable import WebServer

/// A whole site on a new folder, asked without a socket: router, gate and controllers as the program has them.
final class TestSite: Sendable {
    private static let root = String(#filePath.dropLast("/Tests/WebServerTests/Support/TestSite.swift".utf8.count))

    private let folder: TemporaryFolder
    let wiki: Wiki
    let members: Members
    let server: WikiServer
    /// Has exports made; nil where none are offered.
    let board: JobBoard?
    private let responder: RouterResponder<WebRequestContext>

    /// - Parameters:
    ///   - exports: makes exports; nil offers none.
    ///   - configure: changes the settings, which else are those of a real site: accounts edit, all read.
    init(exports: (any ExportService)? = nil, _ configure: (inout Configuration) -> Void = { _ in }) throws {
        folder = try TemporaryFolder()
        var configuration = Configuration()
        configuration.editing = .accounts
        configuration.site.url = "http://wiki.example/"
        configure(&configuration)
        let data = DataFolder(folder.path)
        _ = try RealGit.create(data.repository)
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        members = try Members(
            file: data.communityFile, hasher: PasswordHasher(cost: PasswordCost(operations: 1, memory: 8192)), secrets: .system,
            clock: { 1_795_000_000 }, domain: "wiki.example")
        let policy = AccessPolicy(register: members.accounts)
        let worker = MarkupPoolConfiguration(executable: BuiltProgram.path ?? "/bin/false", workers: 1)
        wiki = try Wiki(
            folder: data, configuration: configuration, worker: worker, policy: policy, logger: logger, time: { 1_795_000_000 })
        let board = exports.map {
            JobBoard(service: $0, shelf: BookShelf(folder: data.exportsFolder), logger: logger, now: { 1_795_000_000 })
        }
        self.board = board
        let site = WikiSite(
            wiki: wiki, members: members, policy: policy, mail: nil, theme: try Theme(folder: "\(Self.root)/Themes/stemma"),
            shelf: try PhrasebookShelf(folder: "\(Self.root)/Themes/locales"), exports: board, handbook: "\(Self.root)/Wiki")
        server = WikiServer(site, logger: logger) { 1_795_000_000 }
        responder = server.router(RequestIdentifiers(startingAt: 1), RequestLog(logger: logger)).buildResponder()
    }

    /// Lends a site whose index stands at its empty branch, and closes it.
    static func with(
        exports: (any ExportService)? = nil, _ configure: (inout Configuration) -> Void = { _ in },
        _ body: (TestSite) async throws -> Void
    ) async throws {
        let site = try TestSite(exports: exports, configure)
        try await site.wiki.indexer.catchUp()
        do {
            try await body(site)
        } catch {
            await site.close()
            throw error
        }
        await site.close()
    }

    private func close() async {
        await board?.close()
        await wiki.close()
        members.close()
    }

    /// The answer to one request.
    func send(
        _ method: HTTPRequest.Method, _ path: String, fields: HTTPFields = [:], body: String = "", peer: String = "192.0.2.1"
    ) async throws -> TestAnswer {
        let context = try Self.context(from: peer)
        let head = HTTPRequest(method: method, scheme: "http", authority: "wiki.example", path: path, headerFields: fields)
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(string: body)))
        return try await TestAnswer(try await responder.respond(to: request, context: context))
    }

    private static func context(from peer: String) throws -> WebRequestContext {
        let channel = EmbeddedChannel()
        try channel.connect(to: SocketAddress(ipAddress: peer, port: 1)).wait()
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return WebRequestContext(source: ApplicationRequestContextSource(channel: channel, logger: logger))
    }

    /// Makes an account with a password and a role.
    @discardableResult
    func person(_ name: String, _ role: Role) async throws -> Account {
        try await members.accounts.create(
            name: name, displayName: name, email: nil, password: Self.password, role: role, by: .program)
    }

    /// The password of everybody here.
    static let password = "a good long password"
}

/// An answer with its body read.
struct TestAnswer: Sendable {
    let status: Int
    let headers: HTTPFields
    let text: String

    init(_ response: Response) async throws {
        status = response.status.code
        headers = response.headers
        let writer = CollectingWriter()
        try await response.body.write(writer)
        text = String(decoding: writer.bytes, as: UTF8.self)
    }

    /// Where it leads.
    var location: String? { headers[.location] }

    /// The token of its first form.
    var formToken: String? { text.firstMatch(of: /name="csrf" value="([^"]*)"/).map { String($0.1) } }
}

/// Keeps what a body writes.
private final class CollectingWriter: ResponseBodyWriter {
    private(set) var bytes: [UInt8] = []

    func write(_ buffer: ByteBuffer) async throws { bytes += buffer.readableBytesView }
    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
