/// What the links of one page may cost together, with those of everything that it shows in place.
///
/// Depth alone bounds nothing: ten pages that each embed the next ten times would be ten thousand million. What goes
/// beyond the budget is linked instead of shown, and links instead of looked up lead where they say.
final class LinkBudget {
    /// The most pages that one page shows in place, however deep they stand.
    static let embeds = 200
    /// The most bytes of HTML that they bring.
    static let embeddedBytes = 4 << 20
    /// The most links that are looked up.
    static let lookups = 10_000

    private var embedsLeft = embeds
    private var bytesLeft = embeddedBytes
    private var lookupsLeft = lookups

    /// Whether one more link may be looked up.
    func takesLookup() -> Bool {
        lookupsLeft -= 1
        return lookupsLeft >= 0
    }

    /// Whether one more page of so many bytes may be shown in place.
    func takesEmbed(bytes: Int) -> Bool {
        guard embedsLeft > 0, bytes <= bytesLeft else { return false }
        embedsLeft -= 1
        bytesLeft -= bytes
        return true
    }
}
