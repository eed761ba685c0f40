import Glibc

/// An nginx that serves files of its own, the reference for whatever the wiki answers, or stands before something else.
final class RunningNginx {
    let port: UInt16
    /// From the start of the process to its first good answer.
    let startDuration: Duration
    private let process: ChildProcess

    /// Starts a server on these answers, by their names; what it shows at its root is made up where none is named `index.html`.
    /// - Parameter location: a block of nginx's configuration for whatever else it serves.
    init(_ bench: Bench, files: [String: [UInt8]], location: String = "") throws {
        let root = bench.folder.newPath("nginx")
        guard mkdir(root, 0o755) == 0, chmod(bench.folder.path, 0o755) == 0 else { throw File.failure(root, "made") }
        for (name, bytes) in files.merging(["index.html": Array("Hello".utf8)], uniquingKeysWith: { given, _ in given }) {
            try File.write(bytes, to: "\(root)/\(name)")
            chmod("\(root)/\(name)", 0o644)
        }
        port = try Loopback.freePort()
        try File.write(Self.configuration(root: root, port: port, location: location), to: "\(root)/nginx.conf")
        let log = bench.folder.newPath("nginx.log")
        let start = ContinuousClock.now
        process = try ChildProcess("nginx", ["-p", root, "-c", "\(root)/nginx.conf"], output: log, errors: log)
        startDuration = try RunningWiki.firstAnswer(of: process, port: port, since: start, log: log)
    }

    /// Lends a running server, and stops it.
    static func serving<Value>(
        _ bench: Bench, files: [String: [UInt8]], location: String = "", _ body: (RunningNginx) throws -> Value
    ) throws -> Value {
        let nginx = try RunningNginx(bench, files: files, location: location)
        defer { nginx.process.stop() }
        return try body(nginx)
    }

    func connect() throws -> Connection {
        guard let connection = Connection(port: port) else { throw BenchmarkFailure("nginx takes no connection.") }
        return connection
    }

    /// What it and its workers hold in memory.
    func memory() throws -> Double {
        try ProcessMemory.mebibytes(ofTree: process.pid)
    }

    /// As Debian sets nginx up, but for a log of requests, which the wiki does not keep for pages from its cache, and for
    /// connections, which stay open as long as the wiki's.
    private static func configuration(root: String, port: UInt16, location: String) -> String {
        """
        daemon off;
        worker_processes auto;
        pid \(root)/nginx.pid;
        error_log stderr warn;
        events { worker_connections 768; }
        http {
            sendfile on;
            tcp_nopush on;
            tcp_nodelay on;
            types { text/html html; }
            default_type text/html;
            access_log off;
            keepalive_requests 100000000;
            client_body_temp_path \(root)/body;
            proxy_temp_path \(root)/proxy;
            fastcgi_temp_path \(root)/fastcgi;
            uwsgi_temp_path \(root)/uwsgi;
            scgi_temp_path \(root)/scgi;
            server {
                listen \(Loopback.host):\(port);
                root \(root);
                \(location)
            }
        }
        """
    }
}
