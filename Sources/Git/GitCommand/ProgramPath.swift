import Glibc
import Subprocess
import SystemPackage

/// Where the programs stand that are started often. Found once: a name would be tried in each folder of `PATH`, with a process for
/// each.
enum ProgramPath {
    static let git = find("git")
    static let prlimit = find("prlimit")

    private static func find(_ name: String) -> Executable {
        let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
        for folder in folders.split(separator: ":") where folder.hasPrefix("/") {
            let path = "\(folder)/\(name)"
            if access(path, X_OK) == 0 { return .path(FilePath(path)) }
        }
        return .name(name)
    }
}
