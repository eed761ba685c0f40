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

    private struct Changes {
        var written: Set<String> = []
        var removed: Set<String> = []
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

    /// What tells a folder from all others, whatever its name.
    private static func identity(_ path: String) -> String? {
        var info = stat()
        return lstat(path, &info) == 0 ? "\(info.st_dev):\(info.st_ino)" : nil
    }

    /// The plan by which the site that stands there was made; nil where there is none, or it is another site's.
    func plan() throws(ExportError) -> SitePlan? {
        for file in [planFile, "\(planFile).next"] {
            guard let bytes = try FileSystem.read(file), let plan = SitePlan(bytes), plan.basis.folder == Self.identity(path) else {
                continue
            }
            let marker = try FileSystem.read("\(path)/\(Self.marker)").map { String(decoding: $0, as: UTF8.self) }
            // Whoever emptied the folder wants it whole again.
            guard marker?.contains("commit \(plan.basis.commit)\n") == true else { continue }
            return plan
        }
        return nil
    }

    /// Makes the twin ready: the same files as the site has.
    /// - Parameter isNew: true to begin from nothing.
    func begin(isNew: Bool) throws(ExportError) {
        // A run that ended between two steps left the site beside its place.
        if !FileSystem.exists(path), FileSystem.exists("\(work)/old") { rename("\(work)/old", path) }
        let state = try FileSystem.read(stateFile).map { String(decoding: $0, as: UTF8.self) }
        let isTwin = state != nil && state == self.state
        unlink(stateFile)
        guard isNew || !isTwin else { return }
        try FileSystem.removeFolder(twin)
        try FileSystem.makeFolders(twin)
        if !isNew { try Self.mirror(path, twin) }
    }

    private var state: String? {
        guard let one = Self.identity(path), let other = Self.identity(twin) else { return nil }
        var info = stat()
        // What somebody else does in the folder shows in its time.
        guard lstat(path, &info) == 0 else { return nil }
        return "\(one) \(other) \(info.st_mtim.tv_sec).\(info.st_mtim.tv_nsec)"
    }

    private static func mirror(_ from: String, _ to: String) throws(ExportError) {
        for name in try FileSystem.names(in: from) ?? [] {
            let (old, new) = ("\(from)/\(name)", "\(to)/\(name)")
            var info = stat()
            guard lstat(old, &info) == 0 else { continue }
            if info.st_mode & S_IFMT == S_IFDIR {
                try FileSystem.makeFolders(new)
                try mirror(old, new)
            } else if info.st_mode & S_IFMT == S_IFREG {
                try FileSystem.link(old, new)
            }
        }
    }

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
        var plan = plan
        let (written, removed) = counts
        if written + removed > 0 || !FileSystem.exists(path) {
            guard let identity = Self.identity(twin) else { throw FileSystem.error(twin) }
            plan.basis.folder = identity
            try FileSystem.write(plan.bytes, to: "\(planFile).next")
            try flush()
            try exchange()
        } else {
            plan.basis.folder = Self.identity(path) ?? ""
            try FileSystem.write(plan.bytes, to: "\(planFile).next")
        }
        if rename("\(planFile).next", planFile) != 0 { throw FileSystem.error(planFile) }
    }

    /// A few files are made durable one by one, so that nobody waits for what others write.
    private func flush() throws(ExportError) {
        let files = changes.withLock(\.written)
        guard files.count <= Self.fewFiles else { return try FileSystem.flush(twin) }
        for file in files { try FileSystem.flush(file: "\(twin)/\(file)") }
    }

    private static let fewFiles = 100

    private func exchange() throws(ExportError) {
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
        .notExchangeable(path: path, reason: String(cString: strerror(errno)))
    }

    /// Makes the twin the same as the site again, so that the next run begins at once. What fails here fails the next run's start,
    /// not this one.
    func settle() {
        let changes = changes.withLock { changes in
            defer { changes = Changes() }
            return changes
        }
        do {
            if Self.identity(twin) == nil {
                try FileSystem.makeFolders(twin)
                try Self.mirror(path, twin)
            } else {
                for file in changes.removed { try FileSystem.remove("\(twin)/\(file)", below: twin) }
                for file in changes.written { try FileSystem.link("\(path)/\(file)", "\(twin)/\(file)") }
            }
            if let state { try FileSystem.write(Array(state.utf8), to: stateFile) }
        } catch {}
    }
}
