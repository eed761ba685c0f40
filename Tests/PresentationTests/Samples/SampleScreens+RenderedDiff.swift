import Markup
import Presentation

/// Two revisions compared as they are read.
extension SampleScreens {
    func renderedDiff(isWhole: Bool) -> DiffView {
        let (before, after) = isWhole ? unlike : alike
        var (old, new) = (Document(title: "Mutex or <channel>?"), Document(title: isWhole ? "Mutex or <channel>?" : "Mutex, or channel?"))
        new.frontMatter.tags = ["locks"]
        new.frontMatter.language = "en"
        old.hasMath = true
        let rendered = RenderedDiffView(
            old: old, new: new, oldArticle: SafeHTML(trusted: before), newArticle: SafeHTML(trusted: after), in: context)
        return DiffView(
            path: path("Guides/Concurrency"), title: "Mutex or channel?", old: revision(1, "Rob Pike", "Begin"),
            new: revision(0, "Dmitri Shuralyov", "Explain when a mutex is the better tool"), fromID: nil, toID: SampleText.id,
            body: nil, choice: DiffChoice(form: .rendered), rendered: rendered, in: context)
    }

    private var alike: (old: String, new: String) {
        let mutex = "<p>A mutex guards what several goroutines share, and nothing else is simpler than that.</p>"
        let common = (1...6).map { "<p>Rule number \($0) has stayed what it was from the beginning.</p>" }.joined()
        let table = { (cells: String) in "<div class=\"table-wrap\" tabindex=\"0\"><table><thead><tr>\(cells)</tr></thead></table></div>" }
        return (
            "<h2 id=\"when\">When to use which</h2>\(mutex)<ul><li>Channels pass ownership</li><li>Callbacks are fine</li></ul>\(common)"
                + table("<th>Tool</th><th>Use</th>"),
            "<h3 id=\"when\">When to use which</h3><ul><li>Channels pass the <a href=\"/x\">ownership</a> of data</li></ul>\(common)\(mutex)"
                + table("<th>Tool</th><th>Cost</th><th>Use</th>")
        )
    }

    private var unlike: (old: String, new: String) {
        func words(_ sign: String) -> String { "<p>" + (0..<600).map { "\(sign)\($0)" }.joined(separator: " ") + "</p>" }
        return (words("alpha"), words("omega"))
    }
}
