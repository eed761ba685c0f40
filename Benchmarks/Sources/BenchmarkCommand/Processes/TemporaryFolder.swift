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
        guard let mounts = try? File.read("/proc/mounts") else { return false }
        let lines = String(decoding: mounts, as: UTF8.self).split(separator: "\n").map { $0.split(separator: " ") }
        let around = lines.filter { $0.count > 2 && ($0[1] == "/" || "\(path)/".hasPrefix("\($0[1])/")) }
        return around.max { $0[1].count < $1[1].count }.map { $0[2] == "tmpfs" || $0[2] == "ramfs" } ?? false
    }

    /// Removes it with everything in it.
    func remove() {
        _ = try? ChildProcess("rm", ["-rf", "--", path]).wait()
    }
}
