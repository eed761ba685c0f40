import Git

/// Why the look at one commit ended, before it is said which commit it was.
enum CommitProblem: Error {
    case fault(CommitFault)
    case refusal(PushRefusal)
    case tree(TreeComparison.Fault)
    case other(any Error)

    static func file(_ path: GitPath, _ fault: FileFault) -> CommitProblem { .fault(.file(path, fault)) }

    /// Runs what reads the history.
    static func wrapping<Value>(_ body: () throws -> Value) throws(CommitProblem) -> Value {
        do {
            return try body()
        } catch let fault as TreeComparison.Fault {
            throw .tree(fault)
        } catch {
            throw .other(error)
        }
    }

    /// What is told of it.
    func refusal(of commit: ObjectID, pathLimit: Int) -> any Error {
        switch self {
        case .fault(let fault): PushRefusal.commit(commit, fault)
        case .refusal(let refusal): refusal
        case .tree(.tooManyPaths): PushRefusal.tooMany(.paths, limit: pathLimit)
        case .tree(.tooDeep(let folder)): PushRefusal.commit(commit, .tooDeep(folder))
        case .tree(.unsound(let folder, let name)): PushRefusal.commit(commit, .unsound(folder: folder, name: name))
        case .tree(.git(let error)): error
        case .other(let error): error
        }
    }
}
