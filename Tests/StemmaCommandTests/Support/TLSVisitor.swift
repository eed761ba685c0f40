import Testing

/// Somebody who comes through a proxy, with curl for a browser: cookies are kept, redirects are not followed.
final class TLSVisitor {
    /// Scheme, host and port, without a slash at the end.
    private let origin: String
    private let certificate: String
    /// The address of this machine that the visitor comes from.
    private let source: String
    private let jar: TemporaryFolder
    /// Header fields that go with every request.
    var fields: [(String, String)] = []

    /// - Parameters:
    ///   - source: any address in 127.0.0.0/8.
    ///   - origin: where to go instead of to the proxy.
    init(_ proxy: RunningProxy, from source: String = "127.0.0.2", to origin: String? = nil) throws {
        self.origin = origin ?? proxy.origin
        self.source = source
        certificate = proxy.certificate
        jar = try TemporaryFolder()
    }

    func get(_ path: String, _ own: (String, String)...) throws -> Answer { try send("GET", path, own) }

    /// Sends a form, as a page of the site does.
    func post(_ form: WebForm) throws -> Answer {
        try send("POST", form.action, [("Content-Type", "application/x-www-form-urlencoded"), ("Origin", origin)], form.encoded)
    }

    /// Sends any request.
    func send(_ method: String, _ path: String, _ own: [(String, String)] = [], _ body: [UInt8]? = nil) throws -> Answer {
        let cookies = jar.path("cookies")
        var arguments = [
            "--silent", "--show-error", "--include", "--raw", "--http1.1", "--noproxy", "*", "--max-time", "60", "--interface", source,
            "--cacert", certificate, "--cookie", cookies, "--cookie-jar", cookies, "--request", method, "--path-as-is",
        ]
        for (name, value) in fields + own { arguments += ["--header", "\(name): \(value)"] }
        if body != nil { arguments += ["--header", "Expect:", "--data-binary", "@-"] }
        let result = try ChildProcess("curl", arguments + ["\(origin)\(path)"], input: body ?? []).wait()
        try #require(result.code == 0, "\(method) \(path): \(result.errors)")
        return try #require(Answer(result.output, hasBody: true, isOver: true), "no whole answer to \(method) \(path)")
    }
}
