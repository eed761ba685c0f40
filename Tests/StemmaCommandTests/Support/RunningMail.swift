import Testing

/// A real mail server on this machine, and the letters that came to it.
final class RunningMail {
    /// Whether this machine has what it is made of.
    static let isInstalled: Bool = {
        let tried = try? ChildProcess("/usr/bin/python3", ["-c", "import aiosmtpd.smtp"]).wait()
        return tried?.code == 0
    }()

    let port: Int
    private let process: ChildProcess

    init() throws {
        var folder = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        folder.removeLast(3)
        let script = (folder + ["CommunityTests", "Mail", "mail_server.py"]).joined(separator: "/")
        process = try ChildProcess("/usr/bin/python3", ["-u", script, "plain"])
        port = try #require(Int(try process.wait(for: "\n").prefix { $0.isNumber }))
    }

    /// The settings of a wiki that sends its letters here.
    var settings: String {
        "site:\n  name: Garden\n  url: http://wiki.example.org/\nmail:\n  host: 127.0.0.1\n  port: \(port)\n  security: none\n"
    }

    /// All letters, once so many have come.
    func letters(_ count: Int, sourceLocation: SourceLocation = #_sourceLocation) throws -> [JSONText] {
        var letters: [JSONText] = []
        let haveCome = Patience.wait {
            let lines = process.said(containing: "", seconds: 0).split(separator: "\n").dropFirst()
            letters = lines.compactMap { JSONText(Array($0.utf8)) }
            return letters.count >= count
        }
        try #require(haveCome && letters.count == count, "\(letters.count) letters came", sourceLocation: sourceLocation)
        return letters
    }
}
