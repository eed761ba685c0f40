/// What a hook finds in its environment, put there by the server that started its push.
package enum HookEnvironment {
    /// Where the server listens.
    package static let socket = "STEMMA_PUSH_SOCKET"
    /// The push's secret number.
    package static let push = "STEMMA_PUSH_ID"
    /// The sentence for a server that is gone.
    package static let gone = "STEMMA_PUSH_GONE"
}
