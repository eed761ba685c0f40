import Glibc
import Synchronization

/// The folder in which a run keeps its wikis and logs; gone with the run.
final class TemporaryFolder: Sendable {
    let path: String
    private let count = Mutex(0)

    /// - Parameter parent: where to make it. It should lie on a disk, since a save is to wait for one.
    init(in parent: String) throws {
        var template = Array("\(parent)/stemma-benchmark-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw File.failure(parent, "used as a folder for temporary files") }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// A path below it that nobody has used yet.
    func newPath(_ name: String) -> String {
        let number = count.withLock { count in
            count += 1
            return count
        }
        return "\(path)/\(number)-\(name)"
    }

    /// Whether it lies in memory, where waiting for the disk costs nothing.
    var isInMemory: Bool {
        var info = statfs()
        let tmpfs = 0x0102_1994
        return statfs(path, &info) == 0 && Int(info.f_type) == tmpfs
    }

    /// Removes it with everything in it.
    func remove() {
        _ = try? ChildProcess("rm", ["-rf", "--", path]).wait()
    }
}
