import Community
import Presentation
import WikiCore
import Wording

/// Screens of accounts: ways in, and a person's own settings.
extension SampleScreens {
    var accounts: [SampleScreen] {
        let views: [(String, DeskView)] = [
            ("login", login), ("login-failed", failedLogin),
            ("logout", DeskView.logout(name: "Ada Lovelace", csrf: "token", problem: problem, in: context)), ("register", registration),
            ("register-invited", invited), ("register-first", firstAdmin), ("register-closed", closed),
            ("forgotten", DeskView.forgotten(address: "ada", sendsMail: true, csrf: "token", problem: problem, in: context)),
            ("forgotten-no-mail", DeskView.forgotten(sendsMail: false, csrf: "token", in: context)),
            ("reset", DeskView.reset(secret: "secret", csrf: "token", problem: problem, in: context)),
            ("confirm-address", DeskView.confirmAddress(secret: "secret", csrf: "token", in: context)), ("profile", profile),
            ("password", DeskView.password(hasPassword: true, csrf: "token", in: context)), ("address", address),
            ("address-none", noAddress), ("credit", credit), ("sessions", sessions), ("tokens", tokens), ("keys", keys),
            ("deletion", DeskView.deletion(name: "ada", asksPassword: true, csrf: "token", in: context)),
        ]
        return views.map { SampleScreen(name: $0, screen: $1, layout: layout($1.heading, tab: nil)) }
    }

    private var login: DeskView {
        DeskView.login(name: "ada\"<", next: "/Guides", isAskedFor: true, offersRegistration: true, csrf: "token", in: context)
    }

    private var failedLogin: DeskView {
        DeskView.login(
            next: "/", isAskedFor: false, offersRegistration: false, csrf: "token",
            problem: ProblemView(.notTaken, detail: context.words.text("member.wrongPassword"), in: context), in: context)
    }

    private var registration: DeskView {
        let draft = DeskView.RegistrationDraft(name: "Ada", displayName: "<script>alert(1)</script>", email: "ada@example.org")
        let view = DeskView.registration(.open, draft: draft, siteName: "Go Wiki", csrf: "token", problem: problem, in: context)
        return view.marking("name", context.words.text("member.nameCharacter")) ?? view
    }

    private var invited: DeskView {
        DeskView.registration(
            .invitation(secret: "secret", by: "Grace Hopper", note: "Come and help us with the <guides>!"), draft: .init(),
            siteName: "Go Wiki", csrf: "token", in: context)
    }

    private var firstAdmin: DeskView {
        DeskView.registration(.firstAdmin(secret: "secret"), draft: .init(), siteName: "Go Wiki", csrf: "token", in: context)
    }

    private var closed: DeskView {
        let words = context.words
        return DeskView.message(
            words.text("register.heading"), [words.text("register.closed"), words.text("register.names")],
            link: LinkView(label: words.text("login.button"), href: context.urls.login()), problem: problem)
    }

    private var profile: DeskView {
        let draft = DeskView.ProfileDraft(
            name: "ada", displayName: "Ada \"Countess\" Lovelace", role: "moderator", created: 1_795_000_000,
            commitAddress: "7+ada@users.noreply.example.org", isRanked: false)
        return DeskView.profile(draft, csrf: "token", problem: problem, in: context)
    }

    private var address: DeskView {
        let draft = DeskView.AddressDraft(
            address: "ada@example.org", isConfirmed: true, confirmed: ["ada@example.org", "lovelace@example.org"],
            shown: "lovelace@example.org")
        return DeskView.address(
            draft, given: "new@example.org", sendsMail: true, asksPassword: true, csrf: "token", problem: problem, in: context)
    }

    private var noAddress: DeskView {
        let draft = DeskView.AddressDraft(address: nil, isConfirmed: false, confirmed: [], shown: nil)
        return DeskView.address(draft, sendsMail: false, asksPassword: false, csrf: "token", in: context)
    }

    private var credit: DeskView {
        DeskView.credit(
            [
                DeskView.ClaimLine(address: "ada@example.org", isConfirmed: true),
                DeskView.ClaimLine(address: "ada@laptop.local", isConfirmed: false),
            ], pushes: pushes, asksPassword: true, csrf: "token", problem: problem, in: context)
    }

    var pushes: [DeskView.PushLine] {
        [
            DeskView.PushLine(
                id: 7, pusher: "Grace Hopper", time: 1_795_000_000,
                waiting: WaitingPeople([
                    WaitingPerson(
                        name: "Harmless </bdi> Bob", account: CreditedAccount(id: 1, name: "rob", displayName: "Rob Pike"), commits: 11),
                    WaitingPerson(name: "林 美咲", account: nil, commits: 1),
                ]), commits: 12, newest: SampleText.id),
            DeskView.PushLine(
                id: 8, pusher: "<b>", time: 1_795_000_000,
                waiting: WaitingPeople(
                    (0...WaitingPeople.limit).map { WaitingPerson(name: $0 == 0 ? "" : "n\($0)", account: nil, commits: 1) }),
                commits: 1, newest: SampleText.olderID),
        ]
    }

    private var sessions: DeskView {
        let agent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
        return DeskView.sessions(
            [
                DeskView.SessionLine(
                    handle: "a", agent: agent, address: "203.0.113.7", begun: 1_794_000_000, lastSeen: 1_795_000_000, isThis: true),
                DeskView.SessionLine(handle: "b", agent: "", address: nil, begun: 1_794_000_000, lastSeen: 1_794_900_000, isThis: false),
            ], csrf: "token", problem: problem, in: context)
    }

    private var tokens: DeskView {
        DeskView.tokens(
            [
                DeskView.TokenLine(
                    id: 1, name: "laptop <b>", scope: "write", created: 1_794_000_000, expires: 1_800_000_000, lastUsed: 1_795_000_000,
                    isOver: false),
                DeskView.TokenLine(
                    id: 2, name: "backup", scope: "read", created: 1_764_000_000, expires: 1_794_000_000, lastUsed: nil, isOver: true),
            ], scopes: ["read", "write", "admin"], asksPassword: true, secret: ("phone", "stm_secret"), csrf: "token",
            problem: problem, in: context)
    }

    private var keys: DeskView {
        DeskView.keys(
            [
                DeskView.KeyLine(
                    id: 1, title: "ada@laptop", fingerprint: "SHA256:uNiVztksCsDhcc0u9e8BrqT8K6pY2Qd2ZcX3yTfYw3E", added: 1_795_000_000,
                    lastUsed: nil)
            ], text: "ssh-rsa </textarea>", clone: "https://example.org/wiki.git", sshClone: "wiki@example.org:wiki.git", account: "ada",
            asksPassword: true,
            csrf: "token", problem: problem, in: context)
    }
}
