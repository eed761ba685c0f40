import Glibc

/// A history that people wrote over ten years, as a git bundle beside the package; absent on most machines.
package struct Corpus: Sendable, CustomStringConvertible {
    /// The name of the bundle without `.bundle`.
    package let name: String

    /// The wiki of the Go project.
    package static let golangWiki = Corpus(name: "golang-wiki")
    /// The requests for comments of the Rust project.
    package static let rustRFCs = Corpus(name: "rust-rfcs")

    /// The file.
    package var bundle: String {
        let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
        return "\(root)/../shared/corpora/\(name).bundle"
    }

    /// True where it is there.
    package var exists: Bool { access(bundle, R_OK) == 0 }

    /// Copies it into a new bare repository.
    package func clone(to directory: String) throws -> RealGit {
        let outcome = try ChildProcess.run("git", ["clone", "--quiet", "--bare", bundle, directory])
        guard outcome.status == 0 else { throw RealGit.Failure(description: outcome.error) }
        return RealGit(directory)
    }

    package var description: String { name }
}
