extension Configuration {
    /// How pushes are taken.
    package struct Push: Sendable, Equatable {
        /// What becomes of commits whose author is not who pushes them.
        package var identity = PushIdentity.record
        /// Who logs in where for git over SSH: `wiki@garden.example`, perhaps with a port behind a colon; nil where nobody can.
        package var ssh: String?

        /// The defaults.
        package init() {}
    }
}

/// What becomes of pushed commits whose author is not who pushes them.
package enum PushIdentity: String, Sendable, Equatable, CaseIterable {
    /// They are taken, who pushed them is shown, and their credit waits until somebody confirms it.
    case record
    /// They are refused.
    case strict
}
