import Glibc

/// The least that a durable save can do: write a few kilobytes, wait for the disk, put the file in its place, wait again.
struct DiskProbe {
    private let folder: String
    private let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: 4_096)

    /// - Parameter folder: on the disk that is measured.
    init(folder: String) {
        self.folder = folder
    }

    func run() throws {
        let name = "\(folder)/probe"
        let descriptor = open(name + ".new", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw File.failure(name, "made") }
        defer { close(descriptor) }
        guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0, rename(name + ".new", name) == 0 else {
            throw File.failure(name, "written")
        }
        let parent = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard parent >= 0 else { throw File.failure(folder, "opened") }
        defer { close(parent) }
        guard fsync(parent) == 0 else { throw File.failure(folder, "written") }
    }
}
