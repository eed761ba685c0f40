/// A connection that the system ended.
struct BrokenSocket: Error, Hashable {
    /// The system's reason.
    let code: Int32
}
