import CLibgit2
import Glibc

extension Repository {
    /// The full names of all references that begin like this, in no order. Cost: one look at each reference of the repository.
    public func referenceNames(beginningWith start: String) throws(GitError) -> [[UInt8]] {
        var iterator: OpaquePointer?
        try call("git_reference_iterator_new") { git_reference_iterator_new(&iterator, handle) }
        defer { git_reference_iterator_free(iterator) }
        var result: [[UInt8]] = []
        var name: UnsafePointer<CChar>?
        while true {
            do {
                try call("git_reference_next_name") { git_reference_next_name(&name, iterator) }
            } catch {
                // GIT_ITEROVER is the end, not a failure.
                if error.code.rawValue == GIT_ITEROVER.rawValue { return result }
                throw error
            }
            guard let name else { continue }
            let bytes = UnsafeBufferPointer(start: name, count: strlen(name)).map { UInt8(bitPattern: $0) }
            if bytes.starts(with: start.utf8) { result.append(bytes) }
        }
    }
}
