/// What is known of how a commit came in.
package struct PushNote: Hashable, Sendable {
    /// The push's number.
    package let push: Int64
    /// Who pushed, as it is shown.
    package let pusher: String
    /// The pusher's account name, for a link; nil where there is none.
    package let account: String?
    /// False while nobody has confirmed the commit's author.
    package let isConfirmed: Bool
}
