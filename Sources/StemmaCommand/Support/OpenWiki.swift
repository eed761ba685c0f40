import Community
import WikiCore

/// A wiki and its people, opened together: no row of the index is written without asking whose work a commit is.
struct OpenWiki: Sendable {
    let wiki: Wiki
    let members: Members
    let policy: AccessPolicy

    /// Finishes what was acknowledged, and closes both.
    func close() async {
        await wiki.close()
        members.close()
    }
}
