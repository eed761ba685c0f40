/// Everything that can be set from outside, as plain values.
///
/// A fresh value holds the defaults. Where a value came from (file, environment, flags) and how it is
/// written there is the business of `StemmaCommand`, which holds the one list of keys.
package struct Configuration: Sendable, Equatable {
    /// What the wiki is called and how it presents itself.
    package var site = Site()
    /// Where the server listens.
    package var server = Server()
    /// Which part of the repository is the wiki.
    package var pages = Pages()
    /// How links are read.
    package var links = Links()
    /// Who may read.
    package var reading = ReadingMode.public
    /// Who may edit; `nil` where nobody has chosen yet (see ``EditingMode``).
    package var editing: EditingMode?
    /// How people come to an account.
    package var registration = RegistrationMode.invitation
    /// How people are named in commits.
    package var identity = Identity()
    /// What is shown of the people who edit.
    package var people = People()
    /// How pushes are taken.
    package var push = Push()
    /// The server that takes letters, as it is set; ``mail`` is what to use.
    package var mailServer = Mail()
    /// The servers in front of the wiki.
    package var proxies = Proxies()
    /// What is kept of who did what.
    package var audit = Audit()
    /// The static site that follows the wiki.
    package var export = Export()
    /// The processes that parse Markdown.
    package var workers = Workers()
    /// The bounds on every kind of input.
    package var limits = Limits()
    /// What is logged.
    package var log = Log()

    /// The defaults.
    package init() {}
}
