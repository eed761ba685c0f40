import Glibc

/// The processes that this one has started and not yet reaped, from `/proc`. Other tests run beside, so workers are known by their memory limit.
enum Processes {
    static func workers(memoryLimit: Int) -> [pid_t] {
        children.filter { child in
            let environment = File.bytes("/proc/\(child)/environ") ?? []
            return String(decoding: environment, as: UTF8.self).contains("MARKUP_WORKER_LIMITS=\(memoryLimit):")
        }
    }

    private static var children: [pid_t] {
        guard let folder = opendir("/proc/self/task") else { return [] }
        defer { closedir(folder) }
        var result: [pid_t] = []
        while let entry = readdir(folder) {
            let thread = withUnsafePointer(to: &entry.pointee.d_name) { name in
                String(cString: UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self))
            }
            guard let bytes = File.bytes("/proc/self/task/\(thread)/children") else { continue }
            result += String(decoding: bytes, as: UTF8.self).split(separator: " ").compactMap { pid_t($0) }
        }
        return result
    }
}
