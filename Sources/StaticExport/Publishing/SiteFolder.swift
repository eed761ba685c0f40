import CFileSystem
import Glibc
import Synchronization

/// The folder that readers see, and its twin beside it in which the next site is made.
///
/// Both hold the same files under the same names (hard links, so they take the space of one). A run changes the twin, then the two
/// change places in one step: whoever reads sees the old site or the new one. A run that is killed leaves the site as it was, and a
/// twin that the next run throws away.
final class SiteFolder: Sendable {
    /// Where readers look.
    let path: String
    /// What belongs to the export beside it: `.NAME.stemma`.
    private let work: String
    private let lock: Int32
    private let changes = Mutex(Changes())
    private let past = Mutex(Past())
    private let next = Mutex(Next())

    private struct Changes {
        var written: Set<String> = []
        var removed: Set<String> = []
    }

    /// What the last run left.
    private struct Past {
        var plan: SitePlan?
        /// What the folders looked like; nil where nobody knows.
        var state: SiteState?
        /// Whether somebody else changed the site.
        var isTouched = false
        /// Whether the twin is as the last run left it.
        var hasTwin = false
    }

    /// What is to take the site's place.
    private struct Next {
        var plan: SitePlan?
        /// False where it would be the same.
        var isOther = false
        /// Whether it is there.
        var isThere = false
    }

    /// The file by which an export is told from other folders.
    static let marker = ".stemma-site"

    private var twin: String { "\(work)/twin" }
    private var planFile: String { "\(work)/plan" }
    private var stateFile: String { "\(work)/state" }

    /// Takes a folder for a run, and keeps other runs from it.
    /// - Parameters:
    ///   - path: the folder; it need not exist.
    ///   - wiki: what tells this wiki from others.
    ///   - work: where the next site is made ready, on the same file system; nil takes a folder beside it, for a site that is no
    ///     version in a folder of several.
    init(_ path: String, of wiki: String, work: String? = nil) throws(ExportError) {
        if work == nil { try SitesAround.check(path) }
        self.path = try Self.resolved(path)
        guard let slash = self.path.lastIndex(of: "/") else { throw .system(path: path, reason: "no path") }
        let name = self.path[self.path.index(after: slash)...]
        self.work = work ?? "\(self.path[..<slash])/.\(name).stemma"
        try Self.check(self.path, wiki)
        try FileSystem.makeFolders(self.work)
        lock = open("\(self.work)/lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
        guard lock >= 0 else { throw FileSystem.error(self.work) }
        if flock(lock, LOCK_EX | LOCK_NB) != 0 {
            close(lock)
            throw .running(path: self.path)
        }
    }

    deinit {
        // A program that is being started may hold the descriptor for a moment still.
        flock(lock, LOCK_UN)
        close(lock)
    }

    /// The path without links, as far as it exists, and without a slash at its end.
    private static func resolved(_ path: String) throws(ExportError) -> String {
        var path = path
        while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
        if let real = realpath(path, nil) {
            defer { free(real) }
            let text = String(cString: real)
            guard text != "/" else { throw .foreignFolder(path: path) }
            return text
        }
        let slash = path.lastIndex(of: "/")
        let parent = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        try FileSystem.makeFolders(parent)
        guard let real = realpath(parent, nil) else { throw FileSystem.error(parent) }
        defer { free(real) }
        let folder = String(cString: real)
        return folder == "/" ? "/\(name)" : "\(folder)/\(name)"
    }

    private static func check(_ path: String, _ wiki: String) throws(ExportError) {
        var info = stat()
        guard lstat(path, &info) == 0 else { return }
        guard info.st_mode & S_IFMT == S_IFDIR else { throw .foreignFolder(path: path) }
        guard try !(FileSystem.names(in: path) ?? []).isEmpty else { return }
        guard let marker = try FileSystem.read("\(path)/\(marker)") else { throw .foreignFolder(path: path) }
        let lines = String(decoding: marker, as: UTF8.self).split(separator: "\n")
        guard lines.count >= 2, lines[0].hasPrefix("Stemma site") else { throw .foreignFolder(path: path) }
        guard lines[1] == "wiki \(wiki)" else { throw .otherWiki(path: path) }
    }

    /// The plan by which the site that stands there was made; nil where there is none, it is another site's, or so much of the site
    /// is gone that it has to be made anew.
    func plan() throws(ExportError) -> SitePlan? {
        for file in [planFile, "\(planFile).next"] {
            guard let bytes = try FileSystem.read(file), let plan = SitePlan(bytes), plan.basis.folder == SiteState.identity(path) else {
                continue
            }
            let marker = try FileSystem.read("\(path)/\(Self.marker)").map { String(decoding: $0, as: UTF8.self) }
            // Whoever emptied the folder wants it whole again.
            guard marker?.contains("commit \(plan.basis.commit)\n") == true else { continue }
            return try isUsable(plan) ? plan : nil
        }
        return nil
    }

    /// Finds out what somebody else did to the site and to its twin.
    /// - Returns: false where neither has all files any more.
    private func isUsable(_ plan: SitePlan) throws(ExportError) -> Bool {
        let state = try FileSystem.read(stateFile).flatMap { SiteState($0) }
        let isKnown = state?.site == SiteState.identity(path)
        let isTouched = isKnown && state?.isSite(path) == false
        let hasTwin = isKnown && state?.isTwin(twin) == true
        past.withLock { $0 = Past(plan: plan, state: isKnown ? state : nil, isTouched: isTouched, hasTwin: hasTwin) }
        if hasTwin || (isKnown && !isTouched) { return true }
        // A run that was killed leaves no word of the site that it made, and whoever touches a site may take files away.
        return !isTouched && plan.files.allSatisfy { FileSystem.exists("\(path)/\($0)") }
    }

    /// Whether somebody else put something into the site since the last run, or took something away: then it is exchanged for its
    /// twin, even if nothing else changed.
    var isTouched: Bool { past.withLock(\.isTouched) }

    /// Makes the twin ready: the same files as the last run gave the site.
    /// - Parameter isNew: true to begin from nothing.
    func begin(isNew: Bool) throws(ExportError) {
        // A run that ended between two steps left the site beside its place.
        if !FileSystem.exists(path), FileSystem.exists("\(work)/old") { rename("\(work)/old", path) }
        if isNew { past.withLock { $0 = Past() } }
        let past = past.withLock(\.self)
        // From here on the twin is no site's.
        if let state = past.state { try FileSystem.write(state.withoutTwin.bytes, to: stateFile) } else { unlink(stateFile) }
        guard isNew || !past.hasTwin else { return }
        try FileSystem.removeFolder(twin)
        try FileSystem.makeFolders(twin)
        if let plan = past.plan { try mirror(plan) }
    }

    /// Gives the twin the files of the site, and nothing that somebody else put there.
    private func mirror(_ plan: SitePlan) throws(ExportError) {
        for file in plan.files + [Self.marker] where FileSystem.exists("\(path)/\(file)") {
            try FileSystem.link("\(path)/\(file)", "\(twin)/\(file)")
        }
    }

    /// Takes the half-made twin away, as where a disk is full.
    func abandon() { try? FileSystem.removeFolder(twin) }

    /// Puts a file into the next site; what is there already in the same words stays the file that it is.
    /// - Returns: true where it is new or other than before.
    @discardableResult func write(_ file: ExportFile, isNew: Bool) throws(ExportError) -> Bool {
        let place = "\(twin)/\(file.path)"
        if !isNew, let old = try FileSystem.read(place), old == file.bytes { return false }
        try FileSystem.write(file.bytes, to: place)
        changes.withLock { changes in
            changes.written.insert(file.path)
            changes.removed.remove(file.path)
        }
        return true
    }

    /// A file of the site as it stands; nil where there is none.
    func read(_ file: String) throws(ExportError) -> [UInt8]? { try FileSystem.read("\(twin)/\(file)") }

    /// Takes a file out of the next site.
    func remove(_ file: String) throws(ExportError) {
        guard !changes.withLock({ $0.written.contains(file) }) else { return }
        try FileSystem.remove("\(twin)/\(file)", below: twin)
        changes.withLock { _ = $0.removed.insert(file) }
    }

    /// How many files were written and removed.
    var counts: (written: Int, removed: Int) { changes.withLock { ($0.written.count, $0.removed.count) } }

    /// Puts the next site in the place of the old one, in one step, with what it was made by.
    func publish(_ plan: SitePlan) throws(ExportError) {
        try prepare(plan)
        try exchange()
        try confirm()
    }

    /// All that takes time or room before the next site may take the old one's place.
    func prepare(_ plan: SitePlan) throws(ExportError) {
        let (written, removed) = counts
        let isOther = written + removed > 0 || isTouched || !FileSystem.exists(path)
        let place = isOther ? twin : path
        guard let identity = SiteState.identity(place) else { throw FileSystem.error(place) }
        var plan = plan
        plan.basis.folder = identity
        try FileSystem.write(plan.bytes, to: "\(planFile).next")
        if isOther { try flush() }
        next.withLock { $0 = Next(plan: plan, isOther: isOther) }
    }

    /// Lets the two change places, in one step; nothing where they are the same.
    func exchange() throws(ExportError) {
        guard next.withLock({ $0.isOther && !$0.isThere }) else { return }
        try swap()
        next.withLock { $0.isThere = true }
    }

    /// Lets the old site come back; what fails here leaves the new one.
    func takeBack() {
        guard next.withLock(\.isThere) else { return }
        if !FileSystem.exists(twin) {
            rename(path, twin)
        } else if (try? swap()) == nil {
            return
        }
        next.withLock { $0.isThere = false }
    }

    /// Writes down by which plan the new site was made.
    func confirm() throws(ExportError) {
        if rename("\(planFile).next", planFile) != 0 { throw FileSystem.error(planFile) }
    }

    /// A few files are made durable one by one, so that nobody waits for what others write.
    private func flush() throws(ExportError) {
        let files = changes.withLock(\.written)
        guard files.count <= Self.fewFiles else { return try FileSystem.flush(twin) }
        for file in files { try FileSystem.flush(file: "\(twin)/\(file)") }
    }

    private static let fewFiles = 100

    private func swap() throws(ExportError) {
        if FileSystem.exists(path), renameat2(AT_FDCWD, twin, AT_FDCWD, path, STEMMA_RENAME_EXCHANGE) == 0 { return }
        if !FileSystem.exists(path) || errno == EINVAL || errno == ENOSYS {
            // A file system that can't change two places at once: for a moment there is no site.
            let old = "\(work)/old"
            try FileSystem.removeFolder(old)
            if FileSystem.exists(path), rename(path, old) != 0 { throw Self.refused(path) }
            if rename(twin, path) != 0 {
                let error = Self.refused(path)
                rename(old, path)
                throw error
            }
            rename(old, twin)
            return
        }
        throw Self.refused(path)
    }

    private static func refused(_ path: String) -> ExportError {
        // A folder that may not be written keeps its place, too.
        guard errno == EXDEV || errno == EBUSY || errno == EINVAL else { return FileSystem.error(path) }
        return .notExchangeable(path: path, reason: String(cString: strerror(errno)))
    }

    /// Makes the twin the same as the site again, so that the next run begins at once. What fails here fails the next run's start,
    /// not this one.
    func settle() {
        let changes = changes.withLock { changes in
            defer { changes = Changes() }
            return changes
        }
        let (past, next) = (past.withLock(\.self), next.withLock(\.self))
        guard let plan = next.plan else { return }
        do {
            guard past.plan != nil, past.hasTwin, !past.isTouched, var state = past.state, SiteState.identity(twin) != nil else {
                return try settleAnew(plan)
            }
            for file in changes.removed { try FileSystem.remove("\(twin)/\(file)", below: twin) }
            for file in changes.written { try FileSystem.link("\(path)/\(file)", "\(twin)/\(file)") }
            if next.isThere { state.exchange() }
            state.look(at: SiteState.folders(of: changes.removed.union(changes.written)), site: path, twin: twin)
            try FileSystem.write(state.bytes, to: stateFile)
        } catch {}
    }

    /// The same where nobody knows what the twin holds.
    private func settleAnew(_ plan: SitePlan) throws(ExportError) {
        try FileSystem.removeFolder(twin)
        try FileSystem.makeFolders(twin)
        try mirror(plan)
        let folders = SiteState.folders(of: plan.files)
        if let state = SiteState(site: path, twin: twin, folders: folders) { try FileSystem.write(state.bytes, to: stateFile) }
    }
}
