import FoundationEssentials
import Glibc

extension GitMaintenance {
    /// A quarantine whose owner can't be known is left alone until nothing was written to it for so many seconds.
    private static let patience = 60

    /// Removes what stopped pushes kept apart. While a git works in the repository, what belongs to this process's user is its own:
    /// somebody may push straight into the folder. Blocking, some milliseconds.
    /// - Parameter now: seconds since 1970.
    /// - Returns: false where something was left alone.
    public func removeQuarantines(now: Int) -> Bool {
        // Listed before anybody is looked for: whoever made one of these, and still runs, is seen then.
        let found = Self.names(in: objects).filter { $0.hasPrefix("tmp_objdir-incoming-") }.map { "\(objects)/\($0)" }
        guard !found.isEmpty else { return true }
        let isIdle = isIdle()
        return found.reduce(true) { isClean, path in
            guard isAbandoned(path, isIdle: isIdle, now: now) else { return false }
            try? FileManager.default.removeItem(atPath: path)
            return isClean
        }
    }

    private func isAbandoned(_ path: String, isIdle: Bool?, now: Int) -> Bool {
        var status = stat()
        guard lstat(path, &status) == 0 else { return true }
        // What others run is not shown to everybody.
        if status.st_uid == geteuid(), let isIdle { return isIdle }
        var pack = stat()
        let written = lstat("\(path)/pack", &pack) == 0 ? max(status.st_mtim.tv_sec, pack.st_mtim.tv_sec) : status.st_mtim.tv_sec
        return now - Int(written) >= Self.patience
    }

    /// True where no git works in the repository but those that only read for a clone; nil where the system does not say. Git goes
    /// into the folder before it keeps anything apart.
    private func isIdle() -> Bool? {
        guard let folder = Self.resolved(directory) else { return nil }
        let processes = Self.names(in: "/proc").filter { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
        guard !processes.isEmpty else { return nil }
        return !processes.contains { process in
            Self.target(of: "/proc/\(process)/cwd") == folder && Self.mayKeepApart(Self.words(of: "/proc/\(process)/cmdline"))
        }
    }

    private static func mayKeepApart(_ command: [String]) -> Bool {
        guard let program = command.first?.split(separator: "/").last, program.hasPrefix("git") else { return false }
        return !command.contains("upload-pack") && !command.contains("pack-objects") && program != "git-upload-pack"
    }

    private static func words(of file: String) -> [String] {
        guard let data = FileManager.default.contents(atPath: file) else { return [] }
        return data.split(separator: 0, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func resolved(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private static func target(of link: String) -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(link, &buffer, buffer.count)
        return count > 0 ? String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
    }
}
