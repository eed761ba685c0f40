import Glibc

/// Memory of processes, as the kernel shares it out: a page that several hold counts in parts (PSS).
enum ProcessMemory {
    /// What a process and everything below it hold, in MiB.
    static func mebibytes(ofTree root: pid_t) throws -> Double {
        let kibibytes = try tree(of: root).reduce(0) { $0 + entry("Pss:", of: $1) }
        return try mebibytes(kibibytes, of: root)
    }

    /// What a process alone has allocated, in MiB: its share without the files that it maps, its own program among them. That
    /// part moves with whoever else maps them.
    static func mebibytes(allocatedBy pid: pid_t) throws -> Double {
        try mebibytes(entry("Pss_Anon:", of: pid), of: pid)
    }

    /// The most that a process held so far, in KiB; zero for one that is gone.
    static func highWaterKibibytes(of pid: pid_t) -> Int { entry("VmHWM:", in: "/proc/\(pid)/status") }

    private static func mebibytes(_ kibibytes: Int, of pid: pid_t) throws -> Double {
        guard kibibytes > 0 else { throw BenchmarkFailure("The kernel does not tell how much memory process \(pid) holds.") }
        return Double(kibibytes) / 1024
    }

    /// In KiB; zero for a process that is gone.
    private static func entry(_ name: String, of pid: pid_t) -> Int { entry(name, in: "/proc/\(pid)/smaps_rollup") }

    private static func entry(_ name: String, in file: String) -> Int {
        guard let bytes = try? File.read(file) else { return 0 }
        let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix(name) }
        return line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    }

    /// The process, its children, and theirs.
    private static func tree(of root: pid_t) throws -> [pid_t] {
        var children: [pid_t: [pid_t]] = [:]
        for pid in try processes() {
            if let parent = parent(of: pid) { children[parent, default: []].append(pid) }
        }
        var found = [root]
        var next = 0
        while next < found.count {
            found += children[found[next]] ?? []
            next += 1
        }
        return found
    }

    private static func processes() throws -> [pid_t] {
        guard let folder = opendir("/proc") else { throw File.failure("/proc", "read") }
        defer { closedir(folder) }
        var pids: [pid_t] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self) }
            if let pid = pid_t(name) { pids.append(pid) }
        }
        return pids
    }

    /// The name of a process may hold spaces and brackets; its parent stands behind the last bracket and the state.
    private static func parent(of pid: pid_t) -> pid_t? {
        guard let bytes = try? File.read("/proc/\(pid)/stat") else { return nil }
        let rest = String(decoding: bytes, as: UTF8.self).split(separator: ")").last
        return rest?.split(separator: " ").dropFirst().first.flatMap { pid_t($0) }
    }
}
