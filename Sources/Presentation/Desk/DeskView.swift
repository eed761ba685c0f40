import Wording

/// A screen of an account or of administration: forms and lists in one order, so that all of them read alike.
///
/// What each screen holds stands in an extension of its own: `DeskView+Login.swift` and its like.
package struct DeskView: Screen {
    package static let template = "desk"

    /// The screen's title.
    package var heading: String
    var overline: String?
    /// The screens of the same area.
    var nav: [LinkView] = []
    var problem: ProblemView?
    var lede: SentenceView?
    var facts: [FactView] = []
    var secret: SecretView?
    /// How far some work has come.
    var progress: ProgressView?
    /// The one thing to do.
    var form: FormPanel?
    var ledgers: [Ledger] = []
    /// What can be done besides.
    var forms: [FormPanel] = []
    /// The one step on, where there is no form.
    var link: LinkView?
    var fine: [String] = []
    var also: [LinkView] = []
    /// Texts to copy, such as commands.
    var commands: [CommandView] = []

    init(heading: String) { self.heading = heading }

    package var styles: [String] { Self.workStyles }

    /// The screen with a field of its first form marked as the one at fault; nil where that form has no such field.
    package func marking(_ field: String, _ error: String) -> DeskView? {
        guard let marked = form?.marking(field, error) else { return nil }
        var desk = self
        desk.form = marked
        return desk
    }

    package var fields: [String: TemplateValue] {
        [
            "heading": .text(raw: heading), "overline": .text(raw: overline), "nav": .views(nav), "hasNav": .flag(!nav.isEmpty),
            "problem": .view(problem), "lede": .view(lede), "facts": .views(facts), "hasFacts": .flag(!facts.isEmpty),
            "secret": .view(secret), "progress": .view(progress), "form": .view(form), "ledgers": .views(ledgers), "forms": .views(forms),
            "link": .view(link),
            "fine": .list(fine.map { .text(raw: $0) }), "also": .views(also), "hasAlso": .flag(!also.isEmpty),
            "commands": .views(commands),
        ]
    }
}
