import Glibc

/// The built `stemma`, which stands beside the test bundle: tests start it as a worker and as a command.
package enum BuiltProgram {
    /// Its path; nil where it was not built.
    package static let path: String? = {
        var buffer = [CChar](repeating: 0, count: 4096)
        guard readlink("/proc/self/exe", &buffer, buffer.count - 1) > 0 else { return nil }
        let itself = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        // `swift test` runs the bundle itself, or a toolchain's program with the bundle's path among its arguments.
        for candidate in [itself] + CommandLine.arguments {
            var folder = candidate.split(separator: "/", omittingEmptySubsequences: false)
            while folder.count > 1 {
                folder.removeLast()
                let path = (folder + ["stemma"]).joined(separator: "/")
                let isProducts = folder.last.map { $0.hasSuffix("debug") || $0.hasSuffix("release") } ?? false
                if isProducts, access(path, X_OK) == 0 { return path }
            }
        }
        return nil
    }()
}
