import CLibgit2

/// What went wrong in git: libgit2's code, the function that returned it, and its message.
public struct GitError: Error, Hashable, Sendable {
    /// A return code of libgit2 (`git_error_code`); unknown ones survive.
    public struct Code: RawRepresentable, Hashable, Sendable {
        public let rawValue: Int32
        /// Wraps a code, known or not.
        public init(rawValue: Int32) { self.rawValue = rawValue }

        /// `GIT_ENOTFOUND`: no such object, reference or entry.
        public static let notFound = Code(rawValue: GIT_ENOTFOUND.rawValue)
        /// `GIT_EEXISTS`: something is there already.
        public static let exists = Code(rawValue: GIT_EEXISTS.rawValue)
        /// `GIT_EAMBIGUOUS`: a short id fits several objects.
        public static let ambiguous = Code(rawValue: GIT_EAMBIGUOUS.rawValue)
        /// `GIT_EMODIFIED`: a reference is not what the caller believed.
        public static let modified = Code(rawValue: GIT_EMODIFIED.rawValue)
        /// `GIT_ELOCKED`: somebody else holds the lock.
        public static let locked = Code(rawValue: GIT_ELOCKED.rawValue)
        /// `GIT_EINVALIDSPEC`: a name is not valid.
        public static let invalid = Code(rawValue: GIT_EINVALIDSPEC.rawValue)
        /// `GIT_ERROR`: anything else.
        public static let generic = Code(rawValue: GIT_ERROR.rawValue)
    }

    /// What kind of failure it was.
    public let code: Code
    /// The C function, or the system call, that failed.
    public let function: String
    /// The library's message, for logs.
    public let message: String

    /// An error of our own making, in the same shape.
    public init(code: Code, function: String, message: String) {
        self.code = code
        self.function = function
        self.message = message
    }
}

extension GitError: CustomStringConvertible {
    public var description: String { "\(function): \(message) (code \(code.rawValue))" }
}

/// Runs one C call of libgit2, and turns a negative answer into an error that carries the message, which is
/// thread-local and cleared here so that it can't be taken for a later call's.
@discardableResult
@inline(__always)
func call(_ function: StaticString, _ body: () -> Int32) throws(GitError) -> Int32 {
    let result = body()
    guard result < 0 else { return result }
    let message = git_error_last().map { String(cString: $0.pointee.message) } ?? "no message"
    git_error_clear()
    throw GitError(code: .init(rawValue: result), function: "\(function)", message: message)
}
