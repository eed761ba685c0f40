import Git
import Presentation
import WikiCore

extension PageComposer {
    /// All that the bytes of a page depend on, but for its surroundings.
    func key(of page: Page, address: GitPath, mayEdit: Bool, in site: WikiSite) throws -> String {
        let states = site.wiki.linkStates
        var key =
            "\(page.blob.hex).\(page.lastCommit).\(page.id).\(states.count(of: page.id)).\(states.sharedCount).\(site.theme.version).\(mayEdit)"
        key += ".\(snapshot.creditEpoch).\(try snapshot.index.hasAuthorship(of: page.id, blob: page.blob))"
        for part in try parts(for: page.path.parent) {
            key += ".\(part?.blob.hex ?? "-").\(part.map { states.count(of: $0.id) } ?? 0)"
        }
        if let end = try snapshot.redirectEnd(of: page) { key += ".\(end)" }
        return key + "." + address.bytes.map { String($0, radix: 16) }.joined()
    }
}
