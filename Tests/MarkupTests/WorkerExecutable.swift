import Glibc
import Markup
import Testing

/// The program that tests start as a worker: `stemma`, else the small one of a package that has only this module, beside the test bundle.
enum WorkerExecutable {
    static let path: String? = {
        var buffer = [CChar](repeating: 0, count: 4096)
        guard readlink("/proc/self/exe", &buffer, buffer.count - 1) > 0 else { return nil }
        let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        // `swift test` runs the bundle itself, or a toolchain's helper with the bundle's path among its arguments.
        let candidates = [String(decoding: bytes, as: UTF8.self)] + CommandLine.arguments
        for candidate in candidates {
            var folder = candidate.split(separator: "/", omittingEmptySubsequences: false)
            while folder.count > 1 {
                folder.removeLast()
                for name in ["stemma", "markup-worker"] {
                    let path = (folder + [Substring(name)]).joined(separator: "/")
                    if folder.last?.hasSuffix("debug") == true || folder.last?.hasSuffix("release") == true, access(path, X_OK) == 0 {
                        return path
                    }
                }
            }
        }
        return nil
    }()

    /// A pool of real worker processes.
    static func pool(
        workers: Int = 1, timeLimit: Duration = .seconds(2), sizeLimit: Int = MarkdownParser.usualSizeLimit, outputLimit: Int? = nil,
        memoryLimit: Int = 256 << 20
    ) throws -> MarkupPool {
        let path = try #require(path, "build the stemma executable first: tests start it as a worker")
        return MarkupPool(
            configuration: MarkupPoolConfiguration(
                executable: path, workers: workers, timeLimit: timeLimit, memoryLimit: memoryLimit, sizeLimit: sizeLimit,
                outputLimit: outputLimit))
    }
}
