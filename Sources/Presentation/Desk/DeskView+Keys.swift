import Wording

/// Working with git: the address to clone, and the keys that open it over SSH.
extension DeskView {
    /// A key of a person.
    package struct KeyLine: Sendable {
        let id: Int64
        let title: String
        let fingerprint: String
        let added: Int
        let lastUsed: Int?

        /// - Parameters:
        ///   - fingerprint: as `ssh-keygen -l` shows it.
        ///   - added, lastUsed: Unix.
        package init(id: Int64, title: String, fingerprint: String, added: Int, lastUsed: Int?) {
            self.id = id
            self.title = title
            self.fingerprint = fingerprint
            self.added = added
            self.lastUsed = lastUsed
        }
    }

    /// SSH keys and the clone address.
    /// - Parameters:
    ///   - clone: the address of the repository; nil where the server does not know its own.
    ///   - sshClone: the same over SSH; nil where that is not set up.
    ///   - account: the account name, which git asks for.
    ///   - asksPassword: false for whoever has none.
    package static func keys(
        _ lines: [KeyLine], title: String = "", text: String = "", clone: String?, sshClone: String? = nil, account: String,
        asksPassword: Bool, csrf: String, problem: ProblemView? = nil, in context: ViewContext
    ) -> DeskView {
        let (words, urls) = (context.words, context.urls)
        var desk = settings(.keys, problem: problem, in: context)
        desk.commands = [
            clone.map {
                CommandView(
                    heading: words.text("clone.heading"), what: words.text("clone.what", ["name": .text(account)]),
                    command: "git clone \($0)")
            },
            sshClone.map {
                CommandView(heading: words.text("clone.bySSH"), what: words.text("clone.withKey"), command: "git clone \($0)")
            },
        ].compactMap { $0 }
        desk.form = FormPanel(
            action: urls.settings(.keys), csrf: csrf, heading: words.text("sshKeys.new"), lede: SentenceView("sshKeys.what", in: context),
            fields: [
                FormField(
                    "key", label: words.text("sshKeys.key"), control: .text(rows: 4, isCode: true), value: text,
                    hint: words.text("sshKeys.keyHint"), autocomplete: .off, isRequired: true),
                FormField(
                    "title", label: words.text("sshKeys.title"), value: title, hint: words.text("sshKeys.titleHint"), autocomplete: .off,
                    longest: 100),
            ] + (asksPassword ? [currentPassword(words)] : []), button: words.text("sshKeys.button"))
        let rows = lines.map { line in
            let used = line.lastUsed.map { SentenceView("tokens.lastUsed", ["time": .time(Moment(seconds: $0, in: context))], in: context) }
            let added = SentenceView("sshKeys.addedOn", ["time": .date(Moment(seconds: line.added, in: context))], in: context)
            let remove = RowAction(
                words.text("sshKeys.remove"), about: line.title, action: urls.settings(.keys, "remove"), csrf: csrf,
                hidden: [HiddenField("key", String(line.id))])
            return LedgerRow(
                title: line.title, code: line.fingerprint,
                facts: [used ?? SentenceView("tokens.neverUsed", in: context), added], actions: [remove])
        }
        desk.ledgers = [Ledger(heading: words.text("sshKeys.list"), rows: rows, empty: words.text("sshKeys.empty"))]
        return desk
    }
}
