import Glibc

/// Prints HTML as PDF by a Chromium that is installed, in a folder of its own that goes afterwards. No shell is asked.
struct ChromiumPrinter {
    private let program: String

    /// How long a book may take, in seconds.
    private static let patience = 180
    private static let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]

    /// Looks for the program on `PATH`.
    init() throws(Failure) {
        let folders = (getenv("PATH").map { String(cString: $0) } ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
        let candidates = Self.names.flatMap { name in folders.map { "\($0)/\(name)" } }
        guard let found = candidates.first(where: { access($0, X_OK) == 0 }) else {
            throw Failure(
                .inputOutput,
                "A PDF is printed by Chromium, which is not installed here (looked for \(Self.names.joined(separator: ", "))). Install it, or print the file of --format html."
            )
        }
        program = found
    }

    /// The pages of a file of HTML.
    func printed(_ html: [UInt8]) throws(Failure) -> [UInt8] {
        var template = Array("/tmp/stemma-print-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Self.failure("no temporary folder: \(String(cString: strerror(errno)))") }
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { FolderRemoval.remove(folder) }
        try TextFile.write(String(decoding: html, as: UTF8.self), to: "\(folder)/book.html")
        try run(arguments(folder))
        guard access("\(folder)/book.pdf", R_OK) == 0 else { throw Self.failure("it wrote nothing") }
        return try TextFile.read("\(folder)/book.pdf", limit: 1 << 30)
    }

    private func arguments(_ folder: String) -> [String] {
        // Chromium's own sandbox does not work for root.
        let forRoot = geteuid() == 0 ? ["--no-sandbox"] : []
        return [
            program, "--headless=new", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-background-networking",
            "--disable-sync", "--disable-dev-shm-usage", "--user-data-dir=\(folder)/profile", "--no-pdf-header-footer",
            "--generate-pdf-document-outline", "--print-to-pdf=\(folder)/book.pdf",
        ] + forRoot + ["file://\(folder)/book.html"]
    }

    /// Runs it in a group of its own, so that all its processes end with it.
    private func run(_ arguments: [String]) throws(Failure) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        var words = arguments.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var child: pid_t = 0
        let result = posix_spawn(&child, program, &actions, &attributes, &words, environ)
        guard result == 0 else { throw Self.failure(String(cString: strerror(result))) }
        try Self.wait(for: child)
    }

    private static func wait(for child: pid_t) throws(Failure) {
        var status: Int32 = 0
        let end = ContinuousClock.now + .seconds(patience)
        while true {
            let ended = waitpid(child, &status, WNOHANG)
            if ended == child { break }
            if ended < 0, errno != EINTR { throw failure(String(cString: strerror(errno))) }
            guard ContinuousClock.now < end else {
                kill(-child, SIGKILL)
                waitpid(child, &status, 0)
                throw failure("it took longer than \(patience) seconds")
            }
            usleep(20_000)
        }
        kill(-child, SIGKILL)
        guard status == 0 else { throw failure("it ended with an error") }
    }

    private static func failure(_ reason: String) -> Failure {
        Failure(.inputOutput, "Chromium can't print the book: \(reason). The file of --format html can be printed by any browser.")
    }
}
