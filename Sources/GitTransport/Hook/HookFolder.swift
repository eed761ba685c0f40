import Glibc
import PushHook

/// The folder of hooks that git is pointed at, outside the repository: one hook, a program of its own.
struct HookFolder {
    /// Its path; absolute.
    let path: String

    /// Makes the folder, or puts it right.
    /// - Parameter program: what the hook is.
    init(path: String, program: String) throws {
        self.path = path
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw UnixAddress.Failure("mkdir", path) }
        guard chmod(path, 0o700) == 0 else { throw UnixAddress.Failure("chmod", path) }
        let hook = "\(path)/\(PushHookClient.name)"
        guard unlink(hook) == 0 || errno == ENOENT else { throw UnixAddress.Failure("unlink", hook) }
        guard symlink(program, hook) == 0 else { throw UnixAddress.Failure("symlink", hook) }
    }
}
