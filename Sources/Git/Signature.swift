import CLibgit2

/// Who and when, as git writes it in a commit. Name and e-mail are somebody's text: escape them on every view.
public struct Signature: Hashable, Sendable {
    /// The name; bytes that are not UTF-8 became U+FFFD.
    public var name: String
    /// The e-mail address, which is never shown.
    public var email: String
    /// Seconds since 1970.
    public var time: Int64
    /// Minutes east of UTC.
    public var offset: Int

    /// Takes the parts as they are; `sanitised` makes them fit for a commit.
    public init(name: String, email: String, time: Int64, offset: Int = 0) {
        self.name = name
        self.email = email
        self.time = time
        self.offset = offset
    }

    /// The same without what git's format cannot hold: angle brackets, line ends, NUL, and space around.
    public var sanitised: Signature {
        func clean(_ text: String) -> String {
            let kept = text.unicodeScalars.filter { $0.value >= 32 && $0 != "<" && $0 != ">" && $0.value != 127 }
            let trimmed = kept.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
            return String(String.UnicodeScalarView(trimmed))
        }
        let name = clean(self.name)
        // libgit2 takes these off both ends, and refuses what is nothing then.
        let isNothing = name.unicodeScalars.allSatisfy { $0.value <= 32 || ".,:;\"\\'".unicodeScalars.contains($0) }
        return Signature(name: isNothing ? "unknown" : name, email: clean(email), time: time, offset: offset)
    }

    func withPointer<Result>(_ body: (UnsafePointer<git_signature>) throws(GitError) -> Result) throws(GitError) -> Result {
        var pointer: UnsafeMutablePointer<git_signature>?
        let clean = sanitised
        try call("git_signature_new") { git_signature_new(&pointer, clean.name, clean.email, clean.time, Int32(clean.offset)) }
        guard let pointer else { throw GitError(code: .generic, function: "git_signature_new", message: "no signature") }
        defer { git_signature_free(pointer) }
        return try body(pointer)
    }
}
