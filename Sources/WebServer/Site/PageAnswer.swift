import Git
import HTTPTypes
import Markup
import NIOCore
import Presentation
import WikiCore

/// Finds what an address means in one state of the wiki and makes its answer.
struct PageAnswer {
    let snapshot: WikiSnapshot
    let site: WikiSite
    let mayEdit: Bool
    /// True for strangers, who are all shown the same.
    let isShared: Bool
    let layout: LayoutView
    let redirectedFrom: [UInt8]?
    let flash: Flash?
    /// The file behind which a folder's list of files goes on; nil shows the folder from its beginning.
    var filesAfter: [UInt8]?

    /// What is answered.
    enum Result: Sendable {
        case ready(CachedBody)
        case html([UInt8], HTTPResponse.Status)
        case markdown([UInt8], tag: String)
        case file([UInt8], name: [UInt8], tag: String)
        case redirect(String)
    }

    private static let similarLimit = 5
    /// The most bytes of a file that are held in memory to be sent: more than a new one may have, since what history brought
    /// is not refused.
    private static let fileLimit = 256 << 20

    private var context: ViewContext { site.context }
    private var folderScreen: FolderScreen { FolderScreen(snapshot: snapshot, source: site.screens, mayEdit: mayEdit) }
    private var composer: PageComposer { PageComposer(snapshot: snapshot, source: site.screens, mayEdit: mayEdit) }

    /// - Parameter address: the raw path under which a plain page may be kept; nil where the query asks for something else.
    func find(_ path: GitPath, wantsRaw: Bool, wantsFile: Bool, hadSlash: Bool, address: String?) throws -> Result {
        if wantsFile, let file = try exactFile(path) { return file }
        let found = try snapshot.lookup.find(path)
        switch found {
        case .page(let page):
            if wantsRaw || wantsFile { return .markdown(try snapshot.text(of: page), tag: page.blob.hex) }
            if hadSlash { return .redirect(context.urls.page(path.bytes)) }
            return try show(page, path: path, address: address)
        case .markdown(let page): return .markdown(try snapshot.text(of: page), tag: page.blob.hex)
        case .file(let file): return try wantsRaw ? self.file(file) : foreignPage(file) ?? self.file(file)
        case .folder(let folder):
            if hadSlash { return .redirect(context.urls.page(folder.bytes)) }
            let view = try folderScreen.view(folder, filesAfter: filesAfter)
            return .html(try render(view, title: title(folder), isIndexed: filesAfter == nil), .ok)
        case .moved(let other): return .redirect(wantsRaw ? context.urls.raw(other.bytes) : context.urls.page(other.bytes))
        case .several(let others):
            let view = ChoicesView(
                path: path.bytes, pages: others.map { PageLink(path: $0.bytes, in: context) }, isWritable: mayEdit, in: context)
            return .html(try render(view, title: title(path), isIndexed: false), .multipleChoices)
        case .missing:
            return .html(try render(missingView(path), title: title(path), isIndexed: false, path: path), .notFound)
        }
    }

    /// The file of exactly that name, be it an attachment or a page's Markdown.
    private func exactFile(_ path: GitPath) throws -> Result? {
        let file = snapshot.layout.file(path)
        if let attachment = try snapshot.index.file(file) { return try self.file(attachment) }
        return try snapshot.index.page(file: file).map { .markdown(try snapshot.text(of: $0), tag: $0.blob.hex) }
    }

    private func show(_ page: Page, path: GitPath, address: String?) throws -> Result {
        let origin = try origin(of: path)
        if origin == nil, case .address(let target) = try snapshot.redirectEnd(of: page) {
            return .redirect(context.urls.page(target.bytes) + "?from=\(PercentCoding.encoded(page.path.bytes))")
        }
        let composer = composer
        let states = site.wiki.linkStates
        let wasSettled = states.tip == snapshot.tip
        let surroundings = try composer.surroundings(of: page, lists: site.wiki.readingLists)
        let key = try composer.key(of: page, address: path, mayEdit: mayEdit, in: site) + "." + surroundings.key
        // The same for every stranger, whatever else the query says; unless the index moved while the key was made.
        let isKept = isShared && wasSettled && states.tip == snapshot.tip && flash == nil && origin == nil
        if isKept, let known = site.pages.body(content: key) { return ready(known, address) }
        if let kind = try unreadable(page) { return try note(path, kind, raw: context.urls.raw(path.bytes), hasHistory: true) }
        let notes = origin.map { [NoteView(.redirectedFrom($0), in: context)] } ?? []
        let document = try composer.document(of: page)
        var layout = try composer.layout(layout, of: page, document, address: path, tab: .read)
        surroundings.stand(in: &layout, context)
        layout.flash = flash?.view(on: page, context)
        // One address for the page however it was spelt, since all who ask are shown the same.
        if isShared { layout.visitor = VisitorView(loginFrom: context.urls.page(path.bytes), in: context) }
        let screen = try composer.screen(of: page, document, notes: notes, in: &layout, address: path)
        let bytes = try site.theme.render(screen, in: layout)
        guard isKept || (!isShared && flash == nil) else { return .html(bytes, .ok) }
        let body = CachedBody(
            ByteBuffer(bytes: bytes), contentType: "text/html; charset=utf-8", tag: EntityTag(ContentHash(bytes).short + page.blob.short))
        guard isKept else { return .ready(body) }
        site.pages.keep(body, content: key)
        return ready(body, address)
    }

    private func ready(_ body: CachedBody, _ address: String?) -> Result {
        if let address {
            let key = WikiSite.readyKey(address, mayEdit: mayEdit, epoch: snapshot.creditEpoch)
            site.pages.remember(body, address: key, at: snapshot.tip)
        }
        return .ready(body)
    }

    /// The page that sent the reader here, where it really does: an address can claim anything.
    private func origin(of path: GitPath) throws -> [UInt8]? {
        guard let redirectedFrom, let page = try snapshot.index.page(path: GitPath(bytes: redirectedFrom)) else { return nil }
        return try snapshot.redirectEnd(of: page) == .address(path) ? redirectedFrom : nil
    }

    private func render(_ screen: some Screen, title: String, isIndexed: Bool = true, path: GitPath? = nil) throws -> [UInt8] {
        var layout = layout
        layout.title = title
        layout.isIndexed = isIndexed
        layout.flash = flash?.view(on: nil, context)
        if let path { layout.place = PlaceView(path: path.bytes, title: title, hasTabs: false, in: context) }
        return try site.theme.render(screen, in: layout)
    }

    private func title(_ path: GitPath) -> String { folderScreen.title(path) }

    private func missingView(_ path: GitPath) throws -> MissingPageView {
        let similar = try snapshot.index.titles(beginning: PageTitle.fromName(path), limit: Self.similarLimit)
        var deletion: RevisionBrief?
        var last: String?
        if let gone = try snapshot.index.deletedPage(path: path) {
            let revisions = try snapshot.index.revisions(of: gone.id, limit: 2)
            deletion = revisions.first.map { RevisionBrief($0, in: context.urls) }
            last = revisions.first { $0.blob != nil }?.id.hex
        }
        return MissingPageView(
            path: try deletion == nil ? snapshot.lookup.newPath(path).bytes : path.bytes,
            similar: try similar.map { PageLink(path: try snapshot.lookup.address(of: $0).bytes, title: $0.title, in: context) },
            deletion: deletion, lastRevision: last, isWritable: mayEdit, in: context)
    }

    // MARK: Files

    /// A file outside the pages root; nil unless a page shows it.
    func embedded(_ path: GitPath) throws -> Result? {
        try snapshot.embeddedFile(path).map { try file($0) }
    }

    /// A file below the pages root, no page, as it was right after a commit of the branch; nil where it was none.
    func file(_ path: GitPath, revision: String) throws -> Result? {
        let file = snapshot.layout.file(path)
        guard snapshot.layout.role(of: file).isAttachment else { return nil }
        let record = try snapshot.commit(revision)
        guard let entry = try snapshot.repository.entry(at: file, in: snapshot.repository.commit(record.id).tree), entry.kind == .file
        else { return nil }
        return try stored(file, entry.kind, entry.id)
    }

    private func file(_ file: WikiFile) throws -> Result { try stored(file.file, file.kind, file.blob) }

    private func stored(_ file: GitPath, _ kind: EntryKind, _ blob: ObjectID) throws -> Result {
        let path = file.relative(to: snapshot.layout.root) ?? file
        switch kind {
        case .symlink:
            return try note(path, .symlink(target: Array(snapshot.repository.blob(blob).prefix(4096))))
        case .submodule, .folder: return try note(path, .submodule(commit: blob.hex))
        case .file: break
        }
        let size = try snapshot.repository.header(blob).size
        if size > max(Self.fileLimit, site.configuration.limits.attachment) { return try note(path, .fileTooLarge(bytes: size)) }
        let bytes = try snapshot.repository.blob(blob)
        if let large = LargeFilePointer(bytes) { return try note(path, .lfs(bytes: large.size)) }
        return .file(bytes, name: Array(path.name), tag: blob.hex)
    }

    /// A page in another wiki's format, as its source; nil for all other files, and for what is no text.
    private func foreignPage(_ file: WikiFile) throws -> Result? {
        guard file.kind == .file, let format = OtherFormat.name(of: file.file), let path = file.file.relative(to: snapshot.layout.root),
            try snapshot.repository.header(file.blob).size <= site.configuration.limits.page
        else { return nil }
        let bytes = try snapshot.repository.blob(file.blob)
        guard String(validating: bytes, as: UTF8.self) != nil, LargeFilePointer(bytes) == nil else { return nil }
        let name = String(decoding: path.name, as: UTF8.self)
        let note = NoteView(.otherFormat(format, file: context.urls.file(path.bytes, download: true)), in: context)
        let view = PageView(
            path: path.bytes, title: name, article: Document.source(bytes).html(PlainLinks()), notes: [note], hasHistory: false,
            isEditable: false, in: context)
        return .html(try render(view, title: name, path: path), .ok)
    }

    /// Why a page can only be shown as the file it is; nil for all that can be shown as pages.
    private func unreadable(_ page: Page) throws -> FileNoteView.Kind? {
        try .unreadable(bytes: snapshot.repository.header(page.blob).size, limit: site.configuration.limits.page) {
            try snapshot.text(of: page)
        }
    }

    private func note(_ path: GitPath, _ kind: FileNoteView.Kind, raw: String? = nil, hasHistory: Bool = false) throws -> Result {
        let view = FileNoteView(path: path.bytes, kind: kind, raw: raw, hasHistory: hasHistory, in: context)
        return .html(try render(view, title: String(decoding: path.name, as: UTF8.self), isIndexed: false), .ok)
    }
}

/// The stand-in that Git LFS leaves for a large file, which is kept elsewhere.
struct LargeFilePointer {
    /// The size of the file it stands for, in bytes.
    let size: Int

    init?(_ bytes: [UInt8]) {
        guard bytes.count < 1024, bytes.starts(with: Array("version https://git-lfs.github.com/spec/".utf8)) else { return nil }
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        let digits = lines.first { $0.starts(with: Array("size ".utf8)) }?.dropFirst(5)
        guard let digits, let size = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
        self.size = size
    }
}
