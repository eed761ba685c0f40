import Glibc
import Testing

/// The built program, as somebody calls it on a command line.
enum StemmaProgram {
    /// Its path: beside the test bundle, or what `STEMMA_TEST_PROGRAM` names.
    static let path: String? = {
        if let named = getenv("STEMMA_TEST_PROGRAM") { return String(cString: named) }
        var buffer = [CChar](repeating: 0, count: 4096)
        guard readlink("/proc/self/exe", &buffer, buffer.count - 1) > 0 else { return nil }
        let own = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        // `swift test` runs the bundle itself, or a toolchain's program with the bundle's path among its arguments.
        for candidate in [own] + CommandLine.arguments {
            var folder = candidate.split(separator: "/", omittingEmptySubsequences: false)
            while folder.count > 1 {
                folder.removeLast()
                let path = (folder + ["stemma"]).joined(separator: "/")
                let isBuildFolder = folder.last?.hasSuffix("debug") == true || folder.last?.hasSuffix("release") == true
                if isBuildFolder, access(path, X_OK) == 0 { return path }
            }
        }
        return nil
    }()

    /// Runs it to its end.
    static func run(_ arguments: String..., input: String = "", environment: [String: String] = [:], directory: String = "/") throws
        -> ChildProcess.Result
    {
        try run(arguments, input: input, environment: environment, directory: directory)
    }

    static func run(_ arguments: [String], input: String = "", environment: [String: String] = [:], directory: String = "/") throws
        -> ChildProcess.Result
    {
        try start(arguments, input: input, environment: environment, directory: directory).wait()
    }

    /// Starts it.
    static func start(_ arguments: [String], input: String = "", environment: [String: String] = [:], directory: String = "/") throws
        -> ChildProcess
    {
        let program = try #require(path, "build the stemma executable first")
        return try ChildProcess(program, arguments, input: Array(input.utf8), environment: environment, directory: directory)
    }
}

extension ChildProcess.Result {
    /// Expects a refusal: this exit code, and one sentence on standard error that holds all these words.
    func expectRefusal(_ code: Int32, saying words: String..., sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(self.code == code, "\(errors)", sourceLocation: sourceLocation)
        let lines = errors.split(separator: "\n")
        #expect(
            lines.count == 1 && lines.first?.hasPrefix("stemma: ") == true, "not one sentence: \(errors)", sourceLocation: sourceLocation)
        for word in words { #expect(errors.contains(word), sourceLocation: sourceLocation) }
    }
}
