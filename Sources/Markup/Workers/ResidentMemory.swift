import Glibc

/// How much memory this process holds, from `/proc/self/statm`, which stays open.
struct ResidentMemory: ~Copyable {
    private let descriptor = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Resident bytes that are this process's own: shared pages of libraries do not count.
    var bytes: Int { max(0, field(1) - field(2)) }

    /// Mapped address space at this moment.
    static var mappedBytes: Int { ResidentMemory().field(0) }

    private func field(_ index: Int) -> Int {
        var buffer = [UInt8](repeating: 0, count: 128)
        let count = pread(descriptor, &buffer, buffer.count, 0)
        guard count > 0 else { return 0 }
        let fields = buffer[..<count].split(separator: UInt8(ascii: " "))
        guard index < fields.count, let pages = Int(String(decoding: fields[index], as: UTF8.self)) else { return 0 }
        return pages * sysconf(Int32(_SC_PAGESIZE))
    }
}
