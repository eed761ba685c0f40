import Git
import Markup
import Presentation
import WikiCore

/// An address at which the wiki showed a page before, or shows it by another name, and where a site leads from there.
struct MovedAddress {
    /// What it was found at.
    let path: GitPath
    /// Whether that was a folder's address.
    var isFolder = false
    /// The file that leads on; nil where something else has its name, as on systems that tell no case.
    let file: String?
    /// Where it is now.
    let address: GitPath

    /// All of them, whose names are taken. Where something stands now nothing leads on.
    /// - Parameter aliased: the pages that have other names.
    static func all(
        _ content: SiteContent, _ snapshot: WikiSnapshot, aliased: [Int64], _ names: inout StaticNames
    ) throws -> [MovedAddress] {
        var list = List(names: names)
        for page in content.redirects {
            guard let end = content.ends[page.id], let file = names.file(page.path.bytes) else { continue }
            list.moved.append(MovedAddress(path: page.path, file: file, address: end))
        }
        for entry in content.entries where entry.address != entry.page.path { list.claim(entry.page.path, for: entry.address) }
        var folders: [(rank: Int, path: GitPath, address: GitPath)] = []
        for (page, file) in try snapshot.index.formerNames() {
            guard let entry = content.entry(of: page), case .page(let path) = snapshot.layout.role(of: file) else { continue }
            list.claim(path, for: entry.address)
            let name = String(decoding: path.name, as: UTF8.self).lowercased()
            if let rank = FolderPage.names.firstIndex(of: name) { folders.append((rank, path.parent, entry.address)) }
        }
        for page in aliased {
            guard let entry = content.entry(of: page), let document = try snapshot.index.document(entry.page.blob) else { continue }
            for alias in document.frontMatter.aliases { list.claim(GitPath(alias), for: entry.address) }
        }
        // The page that stands for a folder is found at the folder's address.
        let ranked = folders.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
        for (_, folder) in ranked { list.claim(folder: folder.path, for: folder.address) }
        names = list.names
        return list.moved
    }

    /// What is claimed so far.
    private struct List {
        var names: StaticNames
        var moved: [MovedAddress] = []
        private var seen: Set<GitPath> = []

        init(names: StaticNames) { self.names = names }

        mutating func claim(_ path: GitPath, for address: GitPath) {
            guard seen.insert(path).inserted else { return }
            let file = names.claim(path.bytes)
            if file != nil || names.file(path.bytes) == nil { moved.append(MovedAddress(path: path, file: file, address: address)) }
        }

        mutating func claim(folder: GitPath, for address: GitPath) {
            guard names.file(folder.bytes) == nil, seen.insert(folder).inserted else { return }
            let file = names.claim(folder.bytes, .folder)
            moved.append(MovedAddress(path: folder, isFolder: true, file: file, address: address))
        }
    }

    /// What hosts are told of it. A file that leads on is found without its ending, too; where there is none, both are named.
    /// - Parameter urls: addresses from the root of the host.
    func forwardings(_ urls: SiteURL) -> [Forwarding] {
        let end = urls.page(address.bytes)
        let plain = urls.fileAddress(StaticNames.name(path.bytes, isFolder ? .folder : .page))
        let all = [urls.wikiAddress(path.bytes)] + (file == nil ? [plain] : [])
        return all.map { Forwarding(from: $0, to: end) }
    }
}
