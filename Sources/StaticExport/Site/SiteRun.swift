import Dispatch
import Git
import Presentation
import Synchronization
import WikiCore

/// One run of an export: what it reads once, what is made of it on several threads, and what it leaves in the folder.
///
/// The first thread plans and the others wait; then all make units; the last steps are taken when they are through.
// Unchecked: the plans are written by the first thread before `planned` lets the others read them, and by nobody afterwards.
final class SiteRun: @unchecked Sendable {
    let export: SiteExport
    let folder: SiteFolder
    let identity: String
    let differences = DiffCache(limit: 1 << 20)
    let shelf = PartShelf()
    let trees = TreeShelf()
    let lists = ReadingLists(links: nil)
    private let progress: @Sendable (Int, Int) -> Void
    private let planned = DispatchSemaphore(value: 0)
    private let state = Mutex(State())
    private let isCancelled = Atomic(false)
    private let catalogue: Mutex<[ListedPage]?> = Mutex(nil)
    private let lastTimes: Mutex<[Int64: Int64]?> = Mutex(nil)
    private(set) var plan: RunPlan?
    private var records: RunRecords?
    /// The plan of the site that stands there, be it of any use or not.
    private var previous: SitePlan?
    /// The same where it is what would be made again.
    private var current: SitePlan?

    private struct State {
        var next = 0
        var done = 0
        var made: [(name: String, unit: SitePlan.Unit)] = []
        var failure: (any Error)?
    }

    init(_ export: SiteExport, folder: SiteFolder, identity: String, progress: @escaping @Sendable (Int, Int) -> Void) {
        self.export = export
        self.folder = folder
        self.identity = identity
        self.progress = progress
    }

    /// Asks the run to end: the site stays as it is.
    func cancel() { isCancelled.store(true, ordering: .relaxed) }

    /// Where everything stands.
    var site: StaticSite { plan?.site ?? StaticSite.nowhere }

    /// What one thread does.
    func work(_ snapshot: WikiSnapshot, thread: Int) throws {
        let snapshot = snapshot.withoutDrafts
        if thread == 0 {
            defer { for _ in 1..<max(2, export.threads) { planned.signal() } }
            do { try begin(snapshot) } catch { fail(error) }
        } else {
            planned.wait()
        }
        guard let plan else { return }
        let maker = UnitMaker(press: try SitePress(run: self, snapshot: snapshot.reading(plan.table, records?.pages)), plan: plan)
        while let job = nextJob() {
            do {
                if isCancelled.load(ordering: .relaxed) { throw CancellationError() }
                done(job, try maker.make(job.kind))
            } catch {
                fail(error)
            }
        }
    }

    private func begin(_ snapshot: WikiSnapshot) throws {
        let old = try folder.plan()
        previous = old
        let basis = try RunPlan.basis(snapshot, export)
        // Where nothing changed nothing is read.
        if let old, old.basis.isSame(as: basis) {
            current = old
            return
        }
        let plan = try RunPlan(snapshot, export: export, basis: basis, old: old)
        records = try RunRecords(for: plan, snapshot, export)
        self.plan = plan
        try folder.begin(isNew: old == nil)
    }

    private func nextJob() -> RunPlan.Job? {
        guard let plan else { return nil }
        return state.withLock { state in
            guard state.failure == nil, state.next < plan.jobs.count else { return nil }
            defer { state.next += 1 }
            return plan.jobs[state.next]
        }
    }

    private func done(_ job: RunPlan.Job, _ product: UnitMaker.Product) {
        do {
            for file in product.files { try put(file) }
            let files = product.files.map(\.path) + product.listed
            let unit = SitePlan.Unit(key: job.key, note: product.note, files: files + files.filter(isCompressed).map { "\($0).gz" })
            let count = state.withLock { state in
                state.made.append((job.name, unit))
                if case .page(let index) = job.kind, !product.broken.isEmpty, let id = plan?.content.entries[index].page.id {
                    state.made.append((BrokenLink.unit(id), BrokenLink.unit(product.broken, key: job.key)))
                }
                if let memo = product.memo { state.made.append(memo) }
                state.done += 1
                return state.done
            }
            progress(count, plan?.jobs.count ?? 0)
        } catch {
            fail(error)
        }
    }

    private func isCompressed(_ file: String) -> Bool { export.options.compresses && GzipFile.isWorthIt(file) }

    /// Writes a file, and its compressed twin where there is to be one.
    func put(_ file: ExportFile) throws {
        let isNew = previous == nil
        let isWritten = try folder.write(file, isNew: isNew)
        guard isCompressed(file.path) else { return }
        let twin = "\(file.path).gz"
        if try isWritten || folder.read(twin) == nil {
            try folder.write(ExportFile(path: twin, bytes: GzipFile.compressed(file.bytes)), isNew: isNew)
        }
    }

    /// Takes a file away, and its compressed twin.
    func drop(_ file: String) throws {
        try folder.remove(file)
        if isCompressed(file) { try folder.remove("\(file).gz") }
    }

    /// All pages as lists for machines name them, made once.
    func listed(_ plan: RunPlan, _ press: SitePress) throws -> [ListedPage] {
        try catalogue.withLock { known in
            if let known { return known }
            let pages = try press.listed(plan)
            known = pages
            return pages
        }
    }

    /// When each page changed last, read once.
    func times(_ snapshot: WikiSnapshot) throws -> [Int64: Int64] {
        try lastTimes.withLock { known in
            if let known { return known }
            let times = try snapshot.index.lastTimes()
            known = times
            return times
        }
    }

    /// Who pushed a commit.
    func pushNotes(_ commit: ObjectID) throws -> PushNotes {
        if let records, records.known.contains(commit) { return records.pushes }
        return try export.pushNotes([commit])
    }

    private func fail(_ error: any Error) {
        state.withLock { state in if state.failure == nil { state.failure = error } }
    }

    /// Takes away what is gone, and puts the new site in the place of the old one.
    func finish() throws -> SiteReport {
        let (made, failure) = state.withLock { ($0.made, $0.failure) }
        if let failure { throw failure is CancellationError ? ExportError.cancelled : failure }
        if let current {
            let report = SiteReport(
                pages: current.names.count { $0.hasPrefix("page ") }, broken: BrokenLink.list(in: current), commit: current.basis.commit)
            try check(report.broken)
            return report
        }
        guard let plan else { throw ExportError.nothingToExport }
        var report = SiteReport(pages: plan.content.entries.count, commit: plan.basis.commit)
        var next = plan.kept
        next.basis = plan.basis
        for (name, unit) in made { next.set(name, unit) }
        report.broken = BrokenLink.list(in: next)
        try check(report.broken)
        try removeOld(made, plan, next)
        try folder.write(ExportFile(path: SiteFolder.marker, bytes: marker(plan)), isNew: previous == nil)
        let counts = folder.counts
        (report.made, report.written, report.removed) = (made.count, counts.written, counts.removed)
        report.isChanged = counts.written + counts.removed > 0
        try folder.publish(next)
        folder.settle()
        return report
    }

    private func check(_ broken: [BrokenLink]) throws {
        if export.options.isStrict, !broken.isEmpty { throw ExportError.brokenLinks(broken) }
    }

    /// The files of units that are gone or have others now, but for those that another unit has.
    private func removeOld(_ made: [(name: String, unit: SitePlan.Unit)], _ plan: RunPlan, _ next: SitePlan) throws {
        guard let previous else { return }
        let current = Set(made.flatMap(\.unit.files))
        // Where nothing of the old plan counts any more, all of its files are looked at.
        let names = plan.old == nil ? Array(previous.names) : previous.names.filter { next.key($0) == nil } + made.map(\.name)
        let gone = Set(names.flatMap { previous[$0]?.files ?? [] }).subtracting(current)
        guard !gone.isEmpty else { return }
        let kept = plan.old == nil ? [] : Set(plan.kept.names.flatMap { plan.kept[$0]?.files ?? [] }.filter(gone.contains))
        for file in gone.subtracting(kept).sorted() { try folder.remove(file) }
    }

    private func marker(_ plan: RunPlan) -> [UInt8] {
        Array("Stemma site 1\nwiki \(identity)\ncommit \(plan.basis.commit)\n".utf8)
    }
}
