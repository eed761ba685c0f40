import Glibc

/// The machine a run was made on, without which its figures say nothing.
struct Machine: Encodable {
    let processor: String
    let cores: Int
    let memoryMiB: Int
    let kernel: String
    /// The version that each program says it has.
    let programs: [String: String]

    init(_ bench: Bench) {
        processor = Self.entry("model name", in: "/proc/cpuinfo") ?? "unknown"
        cores = Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        memoryMiB = (Self.entry("MemTotal", in: "/proc/meminfo")?.split(separator: " ").first.flatMap { Int($0) } ?? 0) / 1024
        kernel = Self.firstLine("/proc/sys/kernel/osrelease") ?? "unknown"
        let questions = [(bench.program, "--version"), ("git", "--version"), ("nginx", "-v"), ("hugo", "version")]
        var programs: [String: String] = [:]
        for (program, question) in questions {
            guard let outcome = try? Command(program, [question], in: bench.folder).run() else { continue }
            let said = (outcome.text + outcome.errors).split { !$0.isNumber && $0 != "." }
            let name = program.split(separator: "/").last.map(String.init) ?? program
            programs[name] = said.first.map(String.init)
        }
        self.programs = programs
    }

    private static func entry(_ name: String, in path: String) -> String? {
        guard let bytes = try? File.read(path) else { return nil }
        let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix(name) }
        return line?.split(separator: ":").last.map { String($0.drop { $0 == " " || $0 == "\t" }) }
    }

    private static func firstLine(_ path: String) -> String? {
        (try? File.read(path)).flatMap { String(decoding: $0, as: UTF8.self).split(separator: "\n").first.map(String.init) }
    }
}
