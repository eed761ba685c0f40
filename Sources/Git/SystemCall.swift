import Glibc

/// Runs one system call, again where a signal interrupted it, and turns a negative answer into an error.
@discardableResult
func system(_ function: StaticString, _ path: String, _ body: () -> Int32) throws(GitError) -> Int32 {
    while true {
        let result = body()
        if result >= 0 { return result }
        let code = errno
        if code == EINTR { continue }
        let kind: GitError.Code = code == ENOENT ? .notFound : code == EEXIST ? .exists : .generic
        throw GitError(code: kind, function: "\(function)", message: "\(path): \(String(cString: strerror(code)))")
    }
}

/// Makes the entries of a folder durable: what was created in it, renamed or removed.
func flushFolder(_ path: String) throws(GitError) {
    let descriptor = try system("open", path) { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    defer { close(descriptor) }
    try system("fsync", path) { fsync(descriptor) }
}
