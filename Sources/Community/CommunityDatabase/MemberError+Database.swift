import GRDB

extension MemberError {
    /// What a failure of the database means to those who asked. Values of a statement are never told.
    init(_ error: any Error) {
        switch error {
        case let error as MemberError: self = error
        case let error as DatabaseError where error.resultCode == .SQLITE_BUSY: self = .busy
        case let error as DatabaseError: self = .storage(error.message ?? "SQLite error \(error.resultCode.rawValue)")
        default: self = .storage("\(error)")
        }
    }

    /// The same, where the end of a task stays what it is.
    static func passing(_ error: any Error) -> any Error {
        error is CancellationError ? error : MemberError(error)
    }
}
