/// The file of a static site behind each address of a wiki: `Guides/Setup.html` for the page `Guides/Setup`, `Guides/index.html`
/// for the folder `Guides`, and each file under its own name.
///
/// Names are safe on every file system, the same for the same wiki, and differ from each other by more than case. Of those that
/// would not, the first in the order of their bytes has the plain name, and the others end in a hash of their own.
package struct StaticNames: Sendable {
    /// What stands at an address.
    package enum Kind: Int, Sendable {
        /// A folder, with a page or without; the home page is the root's.
        case folder
        /// A page that is no folder's.
        case page
        /// A file as it is.
        case file
    }

    private var files: [[UInt8]: String] = [:]
    private var taken: Set<String> = []
    private var folders: Set<String> = []
    /// Whether any of them is called as files are: mostly none is.
    private var hasDottedFolders = false

    /// - Parameters:
    ///   - addresses: all of them, each once, in any order; paths as pages and files have them.
    ///   - reserved: files of the site itself, which no page's name may take.
    package init(_ addresses: [(path: [UInt8], kind: Kind)], reserved: [String] = []) {
        files.reserveCapacity(addresses.count)
        taken = Set(reserved.map(FileNameCoding.folded))
        let ordered = addresses.sorted { one, other in
            // Folders come before pages that are called like their files.
            return one.kind == other.kind ? one.path.lexicographicallyPrecedes(other.path) : one.kind.rawValue < other.kind.rawValue
        }
        let names = ordered.map { address in
            let name = Self.name(address.path, address.kind)
            addFolders(of: name)
            return name
        }
        for (address, name) in zip(ordered, names) {
            files[address.path] =
                take(name) ?? take(Self.marked(name, ContentHash(address.path).short)) ?? "~clash/\(ContentHash(address.path).short)"
        }
    }

    /// The file at an address, relative to the site's folder; nil where the site has none.
    package func file(_ path: [UInt8]) -> String? { files[path] }

    /// One more address that leads to a file, such as a folder page's own path.
    package mutating func add(_ path: [UInt8], sameAs other: [UInt8]) {
        if files[path] == nil { files[path] = files[other] }
    }

    /// A name of its own for something that is found at a path where neither a page nor a file is, such as a stub; nil where the
    /// name is taken.
    package mutating func claim(_ path: [UInt8], _ kind: Kind = .page) -> String? {
        let name = Self.name(path, kind)
        // A folder can't stand where a file does.
        guard !Self.folders(of: name).contains(where: taken.contains), let name = take(name) else { return nil }
        addFolders(of: name)
        return name
    }

    private mutating func addFolders(of name: String) {
        for folder in Self.folders(of: name) where folders.insert(folder).inserted && folder.utf8.contains(UInt8(ascii: ".")) {
            hasDottedFolders = true
        }
    }

    /// Takes a name, with those that come with it: a page's Markdown, and compressed twins. Nil where any of them is taken.
    private mutating func take(_ name: String) -> String? {
        let key = FileNameCoding.folded(name)
        let isPage = key.utf8.suffix(5).elementsEqual(".html".utf8)
        let stem = Substring(key.utf8.dropLast(5))
        let twins = isPage ? [key, "\(stem).md"] : [key]
        guard !twins.contains(where: taken.contains) else { return nil }
        if hasDottedFolders || !isPage {
            // Among feeds, a page's feed stands where its file does among pages.
            let all = (isPage ? twins + ["\(stem).xml"] : twins).flatMap { [$0, "\($0).gz"] }
            guard !all.contains(where: { folders.contains($0) }) else { return nil }
        }
        taken.formUnion(twins)
        return name
    }

    /// The folders above a file, folded.
    private static func folders(of name: String) -> [String] {
        var folders: [String] = []
        for slash in name.utf8.indices where name.utf8[slash] == UInt8(ascii: "/") {
            folders.append(FileNameCoding.folded(String(name[..<slash])))
        }
        return folders
    }

    /// A path as a file's, without an ending.
    package static func stem(_ path: [UInt8]) -> String {
        var segments = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true).map { FileNameCoding.segment($0) }
        // What stands under `-` is the site's own.
        if segments.first == "-" { segments[0] = "~2D" }
        let stem = segments.joined(separator: "/")
        return stem.utf8.count <= pathLimit ? stem : "~long/\(ContentHash(path).short)"
    }

    /// A file's name as it is compared with others: what differs in case or in the form of its accents alone is one file to some
    /// systems.
    package static func folded(_ file: String) -> String { FileNameCoding.folded(file) }

    /// The name of the page that gives its plain name to a folder which is called like one of its files; nil for other folders.
    package static func pageGivingWay(to folder: some Collection<UInt8>) -> [UInt8]? {
        var name = Array(folder)
        func drop(_ ending: String) -> Bool {
            let end = String(decoding: name.suffix(ending.utf8.count), as: UTF8.self)
            guard name.count > ending.utf8.count, end.lowercased() == ending else { return false }
            name.removeLast(ending.utf8.count)
            return true
        }
        _ = drop(".gz")
        return [".html", ".md", ".xml"].contains(where: drop) ? name : nil
    }

    /// Names of files for things that have no path, such as people and tags: safe, and each its own.
    package static func stems(of names: some Sequence<String>) -> [String: String] {
        var taken: Set<String> = []
        var stems: [String: String] = [:]
        for name in Set(names).sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            // A slash is a letter of such a name like any other.
            let stem = FileNameCoding.segment(Array(name.utf8)[...])
            let isFree = !stem.isEmpty && taken.insert(FileNameCoding.folded(stem)).inserted
            stems[name] = isFree ? stem : marked(stem, ContentHash(name.utf8).short)
        }
        return stems
    }

    /// The most bytes of a whole path: systems bound it, and so do hosts.
    private static let pathLimit = 800

    /// The file of an address where nothing else has its name.
    package static func name(_ path: [UInt8], _ kind: Kind) -> String {
        let stem = stem(path)
        switch kind {
        case .page: return "\(stem).html"
        case .folder: return stem.isEmpty ? "index.html" : "\(stem)/index.html"
        case .file: return stem + (isActive(path) ? ".txt" : isTwin(path) ? ".bin" : "")
        }
    }

    /// True for files that a browser would run in the site's name, or by which a host is ruled; they are kept as text.
    private static func isActive(_ path: [UInt8]) -> Bool {
        let name = String(decoding: path, as: UTF8.self).lowercased()
        guard !ruling.contains(name) else { return true }
        guard let dot = path.lastIndex(of: UInt8(ascii: ".")) else { return false }
        return active.contains(String(decoding: path[(dot + 1)...], as: UTF8.self).lowercased())
    }

    /// True for what a host may take for the compressed form of the file beside it.
    private static func isTwin(_ path: [UInt8]) -> Bool {
        let name = String(decoding: path, as: UTF8.self).lowercased()
        return [".gz", ".br", ".zst"].contains { name.hasSuffix($0) && !name.hasSuffix(".tar\($0)") }
    }

    private static let ruling: Set<String> = ["_headers", "_redirects", "_routes.json", "_worker.js", "web.config"]
    private static let active: Set<String> = [
        "html", "htm", "xhtml", "xht", "shtml", "shtm", "php", "phtml", "phar", "asp", "aspx", "jsp", "cgi", "xml", "xsl", "xslt", "atom",
        "rss",
        "rdf", "mml", "xspf", "svgz", "mhtml", "mht", "hta",
    ]

    private static func marked(_ name: String, _ mark: String) -> String {
        let start = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
        guard let dot = name[start...].lastIndex(of: "."), dot > start else { return "\(name)~\(mark)" }
        return "\(name[..<dot])~\(mark)\(name[dot...])"
    }
}
