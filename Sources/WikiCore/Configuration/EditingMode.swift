/// Who may change pages.
///
/// A configuration without a mode (and without `site.url`) lets a server on loopback be tried without an
/// account; every other server is then read-only until its owner chooses.
package enum EditingMode: String, Sendable, Equatable, CaseIterable {
    /// Only people with an account.
    case accounts
    /// Anybody, credited to the name they give; rates per address apply.
    case open
}
