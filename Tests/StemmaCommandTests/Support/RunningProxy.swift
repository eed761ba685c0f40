import Glibc
import Testing

/// A real proxy on this machine, started with an example of the handbook in which only name, ports and certificate are others.
final class RunningProxy {
    /// The proxies that the handbook has an example for.
    enum Program: String, CaseIterable, CustomTestStringConvertible {
        case nginx
        case caddy

        /// The language of its examples.
        var language: String { self == .caddy ? "caddyfile" : rawValue }
        var testDescription: String { rawValue }
        /// Whether this machine has it.
        var isInstalled: Bool { ["/usr/sbin", "/usr/bin", "/usr/local/bin"].contains { access("\($0)/\(rawValue)", X_OK) == 0 } }
        static var installed: [Program] { allCases.filter(\.isInstalled) }
    }

    private static let page = "Guide/Behind-a-Proxy"

    /// Where it speaks TLS.
    let port: Int
    /// Where it answers without TLS; nginx alone.
    let plainPort: Int
    /// The certificate that its clients trust.
    var certificate: String { folder.path("certificate.pem") }
    /// The address of the site, without a slash at its end.
    var origin: String { "https://localhost:\(port)" }

    private let program: Program
    private let folder: TemporaryFolder
    private var process: ChildProcess?

    /// Chooses ports and makes a certificate; nothing runs yet, so that a wiki can be told the address first.
    init(_ program: Program) throws {
        self.program = program
        folder = try TemporaryFolder()
        port = try Self.freePort()
        plainPort = try Self.freePort()
        let made = try ChildProcess(
            "openssl",
            ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=localhost", "-days", "2"]
                + ["-addext", "subjectAltName=DNS:localhost", "-keyout", folder.path("key.pem"), "-out", folder.path("certificate.pem")]
        ).wait()
        try #require(made.code == 0, "\(made.errors)")
    }

    /// Starts it before a wiki.
    /// - Parameters:
    ///   - portal: the port of what signs people on; nil for the example without it.
    ///   - change: what is to be changed in the example besides.
    func start(before wiki: RunningWiki, portal: Int? = nil, change: (String) -> String = { $0 }) throws {
        var text = change(try example(withPortal: portal != nil))
        for (old, new) in [("127.0.0.1:8080", "127.0.0.1:\(wiki.port)"), ("127.0.0.1:9091", "127.0.0.1:\(portal ?? 0)")] {
            text = text.replacing(old, with: new)
        }
        let arguments = try program == .nginx ? nginx(text) : caddy(text)
        let process = try ChildProcess(
            program.rawValue, arguments,
            environment: ["XDG_DATA_HOME": folder.path("data"), "XDG_CONFIG_HOME": folder.path("data"), "HOME": folder.path])
        self.process = process
        let deadline = ContinuousClock.now + .seconds(30)
        while (try? WebConnection(port: port)) == nil {
            try #require(ContinuousClock.now < deadline, "\(program) does not listen: \(process.errors(containing: "", seconds: 0))")
            usleep(5000)
        }
    }

    private func example(withPortal: Bool) throws -> String {
        let blocks = try HandbookExample.blocks(program.language, of: Self.page)
        try #require(blocks.count == 2)
        guard withPortal else { return blocks[0] }
        if program == .caddy { return blocks[1] }
        let start = try #require(blocks[0].firstRange(of: "    location / {\n")).lowerBound
        let end = try #require(blocks[0][start...].firstRange(of: "    }\n")).upperBound
        let whole = blocks[0][..<start] + blocks[1] + blocks[0][end...]
        return String(whole).replacing("    proxy_set_header Remote-User \"\";\n", with: "")
    }

    private func nginx(_ example: String) throws -> [String] {
        let changes = [
            ("    listen [::]:443 ssl;\n", ""), ("    listen [::]:80;\n", ""), ("listen 443 ssl", "listen 127.0.0.1:\(port) ssl"),
            ("listen 80", "listen 127.0.0.1:\(plainPort)"),
            ("/etc/letsencrypt/live/garden.example/fullchain.pem", folder.path("certificate.pem")),
            ("/etc/letsencrypt/live/garden.example/privkey.pem", folder.path("key.pem")), ("garden.example", "localhost"),
        ]
        let text = changes.reduce(example) { $0.replacing($1.0, with: $1.1) }
        let places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map { "\($0)_temp_path \(folder.path($0));\n" }.joined()
        // One process, which ends with this test whatever happens.
        try folder.write(
            "nginx.conf",
            "daemon off;\nmaster_process off;\npid \(folder.path("pid"));\nevents {}\nhttp {\naccess_log off;\n\(places)\(text)}\n")
        return ["-e", "stderr", "-p", folder.path, "-c", folder.path("nginx.conf")]
    }

    private func caddy(_ example: String) throws -> [String] {
        let site = "https://localhost:\(port) {\n\tbind 127.0.0.1\n\ttls \(folder.path("certificate.pem")) \(folder.path("key.pem"))\n"
        let text = example.replacing("garden.example {\n", with: site)
        try folder.write("Caddyfile", "{\n\tadmin off\n\tauto_https disable_redirects\n}\n\(text)")
        return ["run", "--adapter", "caddyfile", "--config", folder.path("Caddyfile")]
    }

    /// A port that nobody has right now.
    static func freePort() throws -> Int {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        try #require(socket >= 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(socket, $0, size) == 0 ? getsockname(socket, $0, &size) : -1 }
        }
        try #require(result == 0)
        return Int(in_port_t(bigEndian: address.sin_port))
    }
}
