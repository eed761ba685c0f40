import Git
import Presentation
import WikiCore
import Wording

/// What happened: histories, differences, authors, commits, recent changes, feeds.
extension SitePress {
    /// How many of a page's revisions are listed where the past is not shown whole.
    private static let recentRevisions = 20
    /// How many commits the list of recent changes shows then.
    private static let recentCommits = 100
    /// How many entries a feed has.
    private static let feedSize = 50

    // MARK: A page's past

    /// A page's revisions, its feed, and who wrote which of its words; and the pages from which some of them came.
    func history(_ entry: SiteContent.Entry, _ plan: RunPlan) throws -> (files: [ExportFile], sources: PageSources) {
        guard let page = site.file(at: entry.address.bytes) else { return ([], PageSources(nil)) }
        let limit = options.history == .full ? Int.max : Self.recentRevisions
        let revisions = try snapshot.index.revisions(of: entry.page.id, limit: limit)
        var files = try lists(entry, page, revisions)
        files.append(
            try feed(StaticSite.file("feed/history", page, ending: "xml")) { context in
                FeedView(
                    history: try revisions.prefix(Self.feedSize).map {
                        FeedEntry(
                            $0, of: entry.address.bytes, title: entry.page.title, notes: try run.pushNotes($0.id), in: context)
                    }, path: entry.address.bytes, title: entry.page.title, siteName: configuration.site.name,
                    wiki: run.identity, in: context)
            })
        guard let authors = try snapshot.authors(of: entry.page.path) else { return (files, PageSources(nil)) }
        return (files + (try self.authors(authors, entry, page, plan)), PageSources(authors))
    }

    /// The lists of revisions: the first holds the newest, and the others, numbered from the oldest, stay as they are.
    private func lists(_ entry: SiteContent.Entry, _ page: String, _ revisions: [Revision]) throws -> [ExportFile] {
        let size = Self.listSize
        let older = options.history == .full ? max(0, (revisions.count - 1) / size - 1) : 0
        var files: [ExportFile] = []
        for part in 0...older {
            // Part 0 of the files is the newest; the others count down from there.
            let first = part == 0
            let number = older - part
            let low = number * size
            let high = first ? revisions.count : (number + 1) * size
            let range = (revisions.count - high)..<(revisions.count - low)
            let path = StaticSite.file("history", page, mark: first ? nil : String(number))
            let source = source(path)
            let lines = try range.map { index in
                RevisionLine(
                    revisions[index], of: entry.address, notes: try run.pushNotes(revisions[index].id),
                    before: index + 1 < revisions.count ? revisions[index + 1] : nil, isCurrent: index == 0, canChange: false,
                    in: source.context)
            }
            let urls = source.urls
            let view = HistoryView(
                path: entry.address.bytes, title: entry.page.title, revisions: lines, total: entry.page.revisions,
                older: number > 0 ? urls.history(entry.address.bytes, after: String(number - 1)) : nil,
                newest: first ? nil : urls.history(entry.address.bytes), in: source.context)
            var layout = layout(entry.page.title, source, in: path)
            layout.isIndexed = false
            layout.place = place(entry, .history, source)
            files.append(try file(path, view, in: layout))
        }
        return files
    }

    private func place(_ entry: SiteContent.Entry, _ tab: PageTab?, _ source: ScreenSource) -> PlaceView {
        PlaceView(
            path: entry.address.bytes, title: entry.page.title, page: entry.page.path.bytes, current: tab, isEditable: site.isEditable,
            in: source.context)
    }

    /// What some revisions changed.
    func differences(_ entry: SiteContent.Entry, _ commits: [ObjectID]) throws -> [ExportFile] {
        guard let page = site.file(at: entry.address.bytes) else { return [] }
        return try commits.map { commit in
            let path = "-/diff/\(StaticSite.change(page, commit.hex)).html"
            let source = source(path)
            let comparison = try snapshot.compare(entry.page.path, from: nil, to: commit.hex)
            let screen = DiffScreen(source: source, notes: try run.pushNotes(commit), mayEdit: false)
            let made = try screen.make(comparison, snapshot, from: nil, choice: DiffChoice())
            var layout = layout(source.words.text("diff.heading") + " " + entry.page.title, source, in: path)
            layout.isIndexed = false
            layout.place = place(entry, nil, source)
            return try file(path, made.view, in: layout)
        }
    }

    /// Who wrote which words of a page: by people and by age.
    private func authors(
        _ authors: PageAuthors, _ entry: SiteContent.Entry, _ page: String, _ plan: RunPlan
    ) throws -> [ExportFile] {
        var files: [ExportFile] = []
        for isByAge in [false, true] {
            var (part, count) = (1, 1)
            while part <= count {
                var choice = AuthorsChoice()
                choice.isByAge = isByAge
                choice.part = part > 1 ? part : nil
                let mark = [isByAge ? "age" : nil, part > 1 ? String(part) : nil].compactMap(\.self).joined(separator: "~")
                let path = StaticSite.file("authors", page, mark: mark.isEmpty ? nil : mark)
                let source = source(path)
                let view = AuthorsView(authors, choice: choice, now: Self.clock(plan.now), in: source.context)
                count = view.partCount
                var layout = layout(source.words.text("authors.heading") + " " + entry.page.title, source, in: path)
                layout.isIndexed = false
                layout.place = place(entry, .authors, source)
                files.append(try file(path, view, in: layout))
                part += 1
            }
        }
        return files
    }

    // MARK: The wiki's past

    /// A part of the list of changes; the newest one has no number, and comes with the feed.
    func recent(_ part: Int, _ plan: RunPlan) throws -> [ExportFile] {
        let size = Self.listSize
        let parts = (plan.commits.count + size - 1) / size
        let isNewest = part < 0
        let start = isNewest ? max(0, parts - 2) * size : part * size
        let commits: [CommitRecord]
        if options.history == .full {
            commits = try records(plan.commits[start..<(isNewest ? plan.commits.count : start + size)]).reversed()
        } else {
            commits = try snapshot.index.recent(limit: Self.recentCommits)
        }
        let shown = try commits.compactMap { commit in
            let pages = try snapshot.index.pages(of: commit.place).filter { !$0.isPart }
            return RecentCommits(commit: commit, pages: pages).naming { plan.content.places[$0] != nil }
        }
        let path = isNewest ? "-/recent.html" : "-/recent~\(part).html"
        let source = source(path)
        let older = start / size - 1
        let view = RecentView(
            lines: try shown.map { $0.line(in: source.context, notes: try run.pushNotes($0.commit.id), canChange: false) },
            after: older >= 0 ? String(older) : nil, isFirstPage: isNewest, canWrite: false, in: source.context)
        let list = try file(path, view, in: layout(source.words.text("recent.heading"), source, in: path))
        guard isNewest else { return [list] }
        let entries = Array(shown.prefix(Self.feedSize))
        return [
            list,
            try feed("-/feed/recent.xml") { context in
                FeedView(recent: try feedEntries(entries, context), siteName: configuration.site.name, wiki: run.identity, in: context)
            },
        ]
    }

    private func records(_ commits: some Sequence<(place: Int64, id: ObjectID)>) throws -> [CommitRecord] {
        try commits.compactMap { try snapshot.index.commit($0.id) }
    }

    /// The clock by which words are old: the end of the year of the site's commit, so that not every edit ages every page.
    static func clock(_ now: Int64) -> Int {
        let year = WeekCalendar.year(of: CalendarWeek.of(now))
        return (WeekCalendar.weeks(ofYear: year).upperBound + 1) * 7 * 86_400
    }

    /// An entry for each page of each commit.
    func feedEntries(_ commits: [RecentCommits], _ context: ViewContext) throws -> [FeedEntry] {
        try commits.flatMap { $0.feedEntries(notes: try run.pushNotes($0.commit.id), in: context) }
    }

    /// Some commits with all that they changed.
    func commits(_ part: Int, _ plan: RunPlan) throws -> [ExportFile] {
        let start = part * Self.listSize
        return try records(plan.commits[start..<min(start + Self.listSize, plan.commits.count)]).map { record in
            let path = "-/commit/\(record.id.hex.prefix(12)).html"
            let source = source(path)
            let screen = CommitScreen(source: source, notes: try run.pushNotes(record.id), mayEdit: false)
            let made = try screen.make(record, snapshot) { plan.content.places[$0] != nil }
            var layout = layout(made.title, source, in: path)
            layout.isIndexed = false
            return try file(path, made.view, in: layout)
        }
    }
}
