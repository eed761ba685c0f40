import Wording

/// Books and the static site: what can be made, how far it has come, what came of it.
extension DeskView {
    /// Where some work stands.
    package enum JobStage: Sendable {
        /// So many come before it.
        case waiting(ahead: Int)
        /// It is being done.
        case running(ProgressView)
        /// It is done: the file's address and size in bytes, how many chapters, the commit that it shows, what is wrong in it.
        case done(file: String, bytes: Int, outcome: ExportOutcome)
        /// It failed; why, in a sentence.
        case failed(String)
    }

    /// What came of an export.
    package struct ExportOutcome: Sendable {
        let pages: Int
        let written: Int
        let removed: Int
        let commit: String?
        let problemCount: Int
        let problems: [String]

        /// - Parameters:
        ///   - pages: how many pages or chapters it holds.
        ///   - written: how many files were written.
        ///   - removed: how many files were removed.
        ///   - commit: the full id of the commit that it shows.
        ///   - problemCount: how many things are wrong in it.
        ///   - problems: the first of them, in a sentence each.
        package init(pages: Int, written: Int, removed: Int, commit: String?, problemCount: Int, problems: [String]) {
            self.pages = pages
            self.written = written
            self.removed = removed
            self.commit = commit
            self.problemCount = problemCount
            self.problems = problems
        }
    }

    /// A page as a book: the form, or where the making of it stands.
    /// - Parameters:
    ///   - path: the page.
    ///   - formats: the formats that there are, by their words in addresses.
    ///   - chosen: the one that the form begins with.
    ///   - stage: where the making stands; nil before anybody asked.
    package static func book(
        _ title: String, path: [UInt8], formats: [String], chosen: String, stage: JobStage?, csrf: String, problem: ProblemView? = nil,
        in context: ViewContext
    ) -> DeskView {
        let (words, urls) = (context.words, context.urls)
        var desk = DeskView(heading: title)
        desk.overline = words.text("book.overline")
        desk.problem = problem
        desk.also = [LinkView(label: words.text("book.back"), href: urls.page(path))]
        desk.show(stage, title: title, format: chosen, in: context)
        guard stage.map(\.allowsForm) ?? true else { return desk }
        let choices = formats.map { FormChoice($0, label: words.text("book.format.\($0)")) }
        func form(_ weight: FormPanel.Weight) -> FormPanel {
            FormPanel(
                action: urls.book(path), csrf: csrf,
                fields: [FormField("format", label: words.text("book.as"), control: .choice(choices), value: chosen)],
                button: words.text("book.button"), weight: weight)
        }
        // A book that is ready is the one thing to do.
        if desk.link == nil { desk.form = form(.primary) } else { desk.forms = [form(.quiet)] }
        return desk
    }

    private mutating func show(_ stage: JobStage?, title: String, format: String, in context: ViewContext) {
        let words = context.words
        switch stage {
        case nil: lede = SentenceView("book.what", in: context)
        case .waiting(let ahead)?:
            lede = SentenceView("book.waiting", ["count": .number(ahead)], in: context)
            progress = ProgressView(words.text("book.inLine"), done: 0, total: 0)
            fine = [words.text("export.looksAgain")]
        case .running(let bar)?:
            lede = SentenceView("book.working", ["format": .text(words.text("book.format.\(format)"))], in: context)
            progress = bar
            fine = [words.text("export.looksAgain")]
        case .done(let file, let bytes, let outcome)?:
            lede = SentenceView("book.ready", in: context)
            link = LinkView(label: words.text("book.download", ["format": .text(words.text("book.format.\(format)"))]), href: file)
            facts = [FactView(words.text("book.size"), SentenceView(said: ByteSize(bytes).text(words)))]
            facts += Self.facts(of: outcome, isBook: true, in: context)
            fine = outcome.problems
        case .failed(let sentence)?: lede = SentenceView(said: sentence)
        }
    }

    /// The export of the site.
    /// - Parameters:
    ///   - folder: where it is written; nil where no folder is set.
    ///   - running: how far a run has come; nil where none is under way.
    ///   - done: what came of the latest run, and when.
    ///   - failed: why the latest failed, in a sentence, and when.
    package static func siteExport(
        folder: String?, running: ProgressView?, done: (outcome: ExportOutcome, time: Int)?, failed: (sentence: String, time: Int)?,
        pages: AdminPages, csrf: String, problem: ProblemView? = nil, in context: ViewContext
    ) -> DeskView {
        let (words, urls) = (context.words, context.urls)
        var desk = administration(.export, pages, problem: problem, in: context)
        desk.also = [LinkView(label: words.text("siteExport.help"), href: urls.help(Array("Guide/Running-a-Wiki".utf8)))]
        guard let folder else {
            desk.lede = SentenceView("siteExport.noFolder", ["key": .code("export.folder")], in: context)
            return desk
        }
        desk.lede = SentenceView("siteExport.what", in: context)
        desk.facts = [FactView(words.text("siteExport.folder"), SentenceView("siteExport.place", ["path": .code(folder)], in: context))]
        desk.facts += Self.facts(done, failed, in: context)
        desk.fine = done?.outcome.problems ?? []
        if let running {
            desk.progress = running
            desk.fine.append(words.text("export.looksAgain"))
        } else {
            desk.form = FormPanel(action: urls.adminExport, csrf: csrf, button: words.text("siteExport.button"))
        }
        return desk
    }

    private static func facts(
        _ done: (outcome: ExportOutcome, time: Int)?, _ failed: (sentence: String, time: Int)?, in context: ViewContext
    ) -> [FactView] {
        let words = context.words
        var facts: [FactView] = []
        if let failed {
            let values: [String: SentenceValue] = [
                "reason": .text(failed.sentence), "time": .time(Moment(seconds: failed.time, in: context)),
            ]
            facts.append(FactView(words.text("siteExport.failed"), SentenceView("siteExport.failure", values, in: context)))
        }
        guard let done else {
            return facts + [FactView(words.text("siteExport.last"), SentenceView("siteExport.never", in: context))]
        }
        let time = SentenceValue.time(Moment(seconds: done.time, in: context))
        facts.append(FactView(words.text("siteExport.last"), SentenceView("siteExport.when", ["time": time], in: context)))
        return facts + Self.facts(of: done.outcome, isBook: false, in: context)
    }

    private static func facts(of outcome: ExportOutcome, isBook: Bool, in context: ViewContext) -> [FactView] {
        let words = context.words
        func count(_ key: String, _ number: Int) -> SentenceView { SentenceView(key, ["count": .number(number)], in: context) }
        var facts = [
            FactView(words.text(isBook ? "book.chapters" : "siteExport.pages"), count("export.count", outcome.pages))
        ]
        if !isBook {
            facts.append(FactView(words.text("siteExport.written"), count("export.files", outcome.written)))
            facts.append(FactView(words.text("siteExport.removed"), count("export.files", outcome.removed)))
        }
        if let commit = outcome.commit {
            let link = SentenceValue.link(String(commit.prefix(10)), href: context.urls.commit(commit))
            facts.append(FactView(words.text("export.commit"), SentenceView("export.ofCommit", ["commit": link], in: context)))
        }
        facts.append(FactView(words.text("export.problems"), count("export.problemCount", outcome.problemCount)))
        return facts
    }
}

extension DeskView.JobStage {
    /// Whether it is worth asking once more.
    fileprivate var allowsForm: Bool {
        switch self {
        case .waiting, .running: false
        case .done, .failed: true
        }
    }
}
