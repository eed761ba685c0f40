/// What a static site holds, and where: what its addresses are made from.
package final class StaticSite: Sendable {
    /// How much of the past is there.
    package enum Past: Sendable {
        case none
        /// These differences.
        case some(PageChanges)
        /// These commits, told by the first twelve digits of their ids, and all that they did to pages.
        case all(commits: Set<String>, PageChanges)
    }

    /// Where pages, folders and files are.
    let names: StaticNames
    /// The paths of pages that the site shows, or leads on from: a folder may stand where a page that it does not show is.
    let pages: Set<[UInt8]>
    /// The differences that are there.
    let past: Past
    /// The tags that have a page, by what their files are called.
    let tags: [String: String]
    /// The people who have a page, by what their files are called.
    let people: [String: String]
    /// The lists of what is in folders, by the folders' paths.
    let listings: StaticNames
    /// The files outside the pages root, by their paths in the repository.
    let outsiders: StaticNames
    /// The wiki that the site was made from, for everything that the site does not hold; nil where nobody can go there.
    let live: SiteURL?

    /// - Parameters:
    ///   - names: where pages, folders and files are.
    ///   - pages: the paths of pages that are shown.
    ///   - tags: by what they are called: the stems of their files.
    ///   - people: by their addresses: the stems of their files.
    ///   - folders: the paths of folders whose content is listed.
    ///   - outsiders: where files outside the pages root are, by their paths in the repository.
    ///   - live: the wiki itself, with scheme and host.
    package init(
        names: StaticNames, pages: Set<[UInt8]>, past: Past, tags: [String: String], people: [String: String], folders: [[UInt8]] = [],
        outsiders: StaticNames = StaticNames([]), live: SiteURL?
    ) {
        self.names = names
        listings = StaticNames(folders.filter { !$0.isEmpty }.map { ($0, .page) })
        self.outsiders = outsiders
        self.pages = pages
        self.past = past
        self.tags = tags
        self.people = people
        self.live = live?.origin == nil ? nil : live
    }

    /// A site that holds nothing.
    package static let nowhere = StaticSite(names: StaticNames([]), pages: [], past: .none, tags: [:], people: [:], live: nil)

    /// How a difference is told from others: by the file of its page and the commit.
    package static func change(_ file: String, _ commit: String) -> String { "\(Self.stem(of: file))~\(commit.prefix(12))" }

    /// The file of a page without `.html`.
    package static func stem(of file: String) -> String { file.hasSuffix(".html") ? String(file.dropLast(5)) : file }

    /// Where a file of one kind about a page stands.
    /// - Parameter mark: what tells it from others about the page; nil for the first.
    package static func file(_ kind: String, _ file: String, mark: String? = nil, ending: String = "html") -> String {
        "-/\(kind)/\(stem(of: file))\(mark.map { "~\($0)" } ?? "").\(ending)"
    }

    /// The difference that a commit made to a page; nil where the site has none.
    func difference(_ file: String, _ commit: String) -> String? {
        switch past {
        case .none: nil
        // A commit that is told of changed some pages, and not this one.
        case .some(let held), .all(_, let held): held.holds(file, commit) ? "-/diff/\(Self.change(file, commit)).html" : nil
        }
    }

    /// The file of what stands at a path; nil where the site has nothing there.
    package func file(at path: [UInt8]) -> String? { names.file(path) }

    /// What the files of a tag are called; nil where the site has none.
    package func stem(ofTag tag: String) -> String? { tags[tag] }

    /// What the files of a person are called; nil where the site has none.
    package func stem(ofPerson address: String) -> String? { people[address] }

    /// The list of what is in a folder, or of a letter in it.
    package func listing(_ folder: [UInt8], letter: String? = nil, after: [UInt8]? = nil) -> String {
        let name = folder.isEmpty ? "-/pages" : "-/pages/\(listings.file(folder).map(Self.stem) ?? StaticNames.stem(folder))"
        let section = letter.map { "~\(FileNameCoding.segment(Array($0.utf8)[...]))" } ?? ""
        return "\(name)\(section)\(after.map { "~\(ContentHash($0).short)" } ?? "").html"
    }

    /// A file outside the pages root, by its path in the repository.
    package func outside(_ file: [UInt8]) -> String { "-/file/\(outsiders.file(file) ?? StaticNames.stem(file))" }

    /// A part of the list of people.
    package func people(order: String?, after: String?) -> String {
        "-/people\(order.map { "~\($0)" } ?? "")\(after.map { "~\($0)" } ?? "").html"
    }

    /// Whether readers are offered to edit, in the wiki itself.
    package var isEditable: Bool { live != nil }

    /// Whether pages have histories and authors here.
    package var hasHistories: Bool { if case .none = past { false } else { true } }
}

/// A static site as seen from one of its files.
struct StaticPlace: Sendable, Hashable {
    let site: StaticSite
    /// What leads from the file to the site's folder: empty, `../../`, or a whole address.
    let root: String

    static func == (one: StaticPlace, other: StaticPlace) -> Bool { one.site === other.site && one.root == other.root }

    func hash(into hasher: inout Hasher) {
        hasher.combine(ObjectIdentifier(site))
        hasher.combine(root)
    }

    /// The address of a file of the site.
    func address(_ file: String) -> String {
        root + SiteURL.encoded(file)
    }

    /// The address of what stands at a path; nil where the site has nothing there.
    func address(at path: [UInt8]) -> String? { site.names.file(path).map(address) }
}
