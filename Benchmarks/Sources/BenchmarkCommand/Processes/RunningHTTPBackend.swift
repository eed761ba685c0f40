import Glibc

/// `git http-backend` behind nginx and fcgiwrap, set up as its manual page says: the reference for clones and pushes.
struct RunningHTTPBackend {
    private let nginx: RunningNginx
    private let wrapper: ChildProcess

    /// Lends a running server of all repositories in a folder, and stops it.
    static func serving<Value>(_ bench: Bench, folder: String, _ body: (RunningHTTPBackend) throws -> Value) throws -> Value {
        let socket = bench.folder.newPath("fcgiwrap.sock")
        let log = bench.folder.newPath("fcgiwrap.log")
        let wrapper = try ChildProcess("fcgiwrap", ["-s", "unix:\(socket)"], output: log, errors: log)
        defer { wrapper.stop() }
        try awaitSocket(socket, of: wrapper, log: log)
        let programs = try Command("git", ["--exec-path"], in: bench.folder).run().text.prefix { $0 != "\n" }
        let location = location(program: "\(programs)/git-http-backend", folder: folder, socket: socket)
        return try RunningNginx.serving(bench, files: [:], location: location) { nginx in
            try body(RunningHTTPBackend(nginx: nginx, wrapper: wrapper))
        }
    }

    /// Where git finds a repository of the folder.
    func repository(_ name: String) -> String { "http://\(Loopback.host):\(nginx.port)/git/\(name)" }

    /// What nginx, fcgiwrap and the git that they run hold in memory.
    func memory() throws -> Double {
        try nginx.memory() + ProcessMemory.mebibytes(ofTree: wrapper.pid)
    }

    /// nginx's workers run as another user where it was started by root, so the socket is opened to all.
    private static func awaitSocket(_ socket: String, of wrapper: ChildProcess, log: String) throws {
        let deadline = ContinuousClock.now + .seconds(10)
        while chmod(socket, 0o666) != 0 {
            guard !wrapper.hasEnded, ContinuousClock.now < deadline else {
                throw BenchmarkFailure("fcgiwrap does not listen. It said: \(String(decoding: (try? File.read(log)) ?? [], as: UTF8.self))")
            }
            usleep(2_000)
        }
    }

    private static func location(program: String, folder: String, socket: String) -> String {
        """
        location ~ ^/git(/.*)$ {
            client_max_body_size 0;
            fastcgi_pass unix:\(socket);
            fastcgi_param SCRIPT_FILENAME \(program);
            fastcgi_param GIT_PROJECT_ROOT \(folder);
            fastcgi_param GIT_HTTP_EXPORT_ALL "";
            fastcgi_param GIT_PROTOCOL $http_git_protocol;
            fastcgi_param PATH_INFO $1;
            fastcgi_param QUERY_STRING $query_string;
            fastcgi_param REQUEST_METHOD $request_method;
            fastcgi_param CONTENT_TYPE $content_type;
            fastcgi_param CONTENT_LENGTH $content_length;
            fastcgi_param REMOTE_ADDR $remote_addr;
        }
        """
    }
}
