import Community
import Hummingbird
import Logging
import Presentation
import WikiCore
import Wording

/// The letters that the wiki writes, in its own language.
struct Letters: Sendable {
    let site: WikiSite
    let logger: Logger

    init(_ visit: Visit) {
        site = visit.site
        logger = visit.context.logger
    }

    /// Whether any can be written: there is somebody who takes them, and an address for the links in them.
    static func canBeSent(by site: WikiSite) -> Bool { site.mail != nil && site.urls.origin != nil }

    /// A link for a new password.
    func send(_ letter: ResetLetter) {
        send(
            "reset", to: letter.email,
            ["name": .text(letter.account.displayName), "link": .text(site.urls.absolute(site.urls.reset(letter.secret)))])
    }

    /// What a registration asks for.
    func send(_ letter: Registration.Letter, name: String) {
        switch letter {
        case .confirm(let email, let secret): confirm(email, secret: secret, name: name)
        case .alreadyHere(let email, let known):
            send("alreadyHere", to: email, ["name": .text(known), "link": .text(site.urls.absolute(site.urls.login()))])
        }
    }

    /// A link that proves an address.
    func confirm(_ email: String, secret: String, name: String) {
        send("confirm", to: email, ["name": .text(name), "link": .text(site.urls.absolute(site.urls.confirmAddress(secret)))])
    }

    /// An invitation, with the host's own words.
    func invite(_ invitation: Invitation, secret: String, host: String) {
        guard let email = invitation.email else { return }
        let note = invitation.note.isEmpty ? "" : site.words.text("mail.invitation.note", ["note": .text(invitation.note)])
        send(
            "invitation", to: email,
            [
                "name": .text(host), "note": .text(note), "link": .text(site.urls.absolute(site.urls.invitation(secret))),
                "time": .text(Moment(seconds: Int(invitation.expires), in: site.context).date),
            ])
    }

    /// Hands a letter over. Whoever asked for it hears the same, whatever becomes of it; the log says what did.
    private func send(_ kind: String, to email: String, _ values: [String: PhraseValue]) {
        guard Self.canBeSent(by: site), let mail = site.mail else { return }
        let values = values.merging(["site": .text(site.configuration.site.name)]) { own, _ in own }
        do {
            let subject = site.words.text("mail.\(kind).subject", values)
            try mail.add(MailMessage(to: email, subject: subject, body: site.words.text("mail.\(kind).body", values)))
        } catch {
            logger.error("a letter was not sent", metadata: ["kind": "\(kind)", "cause": "\(error)"])
        }
    }
}
