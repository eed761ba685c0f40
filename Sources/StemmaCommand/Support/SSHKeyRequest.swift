import Glibc

/// What sshd wants to know: which user of the machine somebody logs in as, and the key's fingerprint. Either may be missing.
struct SSHKeyRequest: Hashable {
    let user: String?
    let fingerprint: String?

    /// Takes the arguments in any order: a fingerprint is known by its beginning.
    init(_ arguments: [String?]) {
        let given = arguments.compactMap(\.self)
        fingerprint = given.first { $0.hasPrefix(Self.prefix) }
        user = given.first { !$0.hasPrefix(Self.prefix) }
    }

    private static let prefix = "SHA256:"

    /// True where the user is the one whose folder it is: a command for everybody's logins must let nobody in as somebody else.
    /// - Parameter owner: a user's number.
    func isFor(owner: uid_t) -> Bool {
        guard let user else { return true }
        guard !user.utf8.contains(0), let entry = getpwnam(user) else { return false }
        return entry.pointee.pw_uid == owner
    }

    /// A folder's path from the root without links, and the number of its owner.
    static func resolved(_ directory: String) throws(Failure) -> (path: String, owner: uid_t) {
        var info = stat()
        guard let pointer = realpath(directory, nil) else {
            throw Failure(.inputOutput, "\(directory): \(String(cString: strerror(errno))).")
        }
        defer { free(pointer) }
        guard stat(pointer, &info) == 0 else { throw Failure(.inputOutput, "\(directory): \(String(cString: strerror(errno))).") }
        return (String(cString: pointer), info.st_uid)
    }
}
