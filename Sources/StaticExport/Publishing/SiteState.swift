import Glibc

/// What the folders of a site and of its twin looked like when a run was through. Whatever somebody else puts into one of them, or
/// takes away, shows in its time; what they write over in its place does not.
struct SiteState {
    /// When each of the two was last changed, in nanoseconds.
    private typealias Times = (site: Int64, twin: Int64)

    /// What tells the site's folder from others.
    private(set) var site: String
    /// The same of the twin; nil while a run changes it.
    private(set) var twin: String?
    /// By the paths below; the folder itself is the empty one.
    private var times: [String: Times] = [:]

    private static let heading = "stemma state 1"

    /// Looks at some folders of both, now.
    init?(site: String, twin: String, folders: Set<String>) {
        guard let one = Self.identity(site), let other = Self.identity(twin) else { return nil }
        (self.site, self.twin) = (one, other)
        look(at: folders, site: site, twin: twin)
    }

    /// What tells a folder from all others, whatever its name.
    static func identity(_ path: String) -> String? {
        var info = stat()
        return lstat(path, &info) == 0 ? "\(info.st_dev):\(info.st_ino)" : nil
    }

    /// Whether a folder is the site, and nobody has touched it. Cost: a look at each folder in it.
    func isSite(_ path: String) -> Bool {
        site == Self.identity(path) && times.allSatisfy { Self.time("\(path)/\($0.key)") == $0.value.site }
    }

    /// The same for the twin.
    func isTwin(_ path: String) -> Bool {
        twin != nil && twin == Self.identity(path) && times.allSatisfy { Self.time("\(path)/\($0.key)") == $0.value.twin }
    }

    /// The same while a run changes the twin.
    var withoutTwin: SiteState {
        var state = self
        state.twin = nil
        return state
    }

    /// The two have changed places.
    mutating func exchange() {
        guard let twin else { return }
        (site, self.twin) = (twin, site)
        times = times.mapValues { (site: $0.twin, twin: $0.site) }
    }

    /// Looks again at the folders that a run changed.
    mutating func look(at folders: Set<String>, site: String, twin: String) {
        for folder in folders {
            let known = times[folder]
            guard let one = Self.settled("\(site)/\(folder)", known?.site), let other = Self.settled("\(twin)/\(folder)", known?.twin)
            else {
                times[folder] = nil
                continue
            }
            times[folder] = (one, other)
        }
    }

    /// The time of a folder. Clocks of file systems tick slowly, so one that just changed is set back: whatever comes next shows.
    private static func settled(_ folder: String, _ known: Int64?) -> Int64? {
        guard let (path, info) = look(folder) else { return nil }
        if time(info) == known { return known }
        let times = [info.st_atim, timespec(tv_sec: info.st_mtim.tv_sec - tick, tv_nsec: info.st_mtim.tv_nsec)]
        utimensat(AT_FDCWD, path, times, AT_SYMLINK_NOFOLLOW)
        return time(folder)
    }

    /// The slowest clock, in seconds.
    private static let tick = 2

    /// The folders above some files, and the root.
    static func folders(of files: some Sequence<String>) -> Set<String> {
        var folders: Set<String> = [""]
        for file in files {
            var path = file[...]
            while let slash = path.lastIndex(of: "/") {
                path = path[..<slash]
                guard folders.insert(String(path)).inserted else { break }
            }
        }
        return folders
    }

    private static func time(_ folder: String) -> Int64? { look(folder).map { time($0.info) } }

    private static func time(_ info: stat) -> Int64 { Int64(info.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(info.st_mtim.tv_nsec) }

    /// A link to a folder is none, which one slash at the end would follow.
    private static func look(_ folder: String) -> (path: String, info: stat)? {
        let path = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        var info = stat()
        guard lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFDIR else { return nil }
        return (path, info)
    }
}

extension SiteState {
    /// Reads what was written; nil where it is damaged or of another time.
    init?(_ bytes: [UInt8]) {
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).makeIterator()
        func next() -> String? { lines.next().map { String(decoding: $0, as: UTF8.self) } }
        guard next() == Self.heading, let site = next(), let twin = next() else { return nil }
        (self.site, self.twin) = (site, twin.isEmpty ? nil : twin)
        while let line = next() {
            let fields = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
            // The last line says that all are there.
            if line == "end" { return }
            guard fields.count == 3, let one = Int64(fields[0]), let other = Int64(fields[1]) else { return nil }
            times[String(fields[2])] = (one, other)
        }
        return nil
    }

    /// As it is written.
    var bytes: [UInt8] {
        var text = "\(Self.heading)\n\(site)\n\(twin ?? "")\n"
        for (folder, time) in times { text += "\(time.site) \(time.twin) \(folder)\n" }
        return Array("\(text)end".utf8)
    }
}
