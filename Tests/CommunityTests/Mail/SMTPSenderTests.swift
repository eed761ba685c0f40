import Testing
import WikiCore

@testable import Community

/// Against a mail server that others wrote.
@Suite("Sending mail", .enabled(if: MailServer.isInstalled, "needs Debian's python3-aiosmtpd"))
struct SMTPSenderTests {
    private func mail(_ server: MailServer, _ security: Configuration.Mail.Security = .none) -> Configuration.Mail {
        var mail = Configuration.Mail()
        (mail.host, mail.port, mail.security, mail.from) = ("127.0.0.1", server.port, security, "wiki@garden.example")
        return mail
    }

    private func sender(
        _ mail: Configuration.Mail, trusting authorities: String? = nil, whole: Duration = .seconds(20)
    ) throws -> SMTPSender {
        var limits = SMTPSender.Limits()
        limits.whole = whole
        return try SMTPSender(
            configuration: mail, name: "Garden wiki", authorities: authorities, limits: limits, clock: { 1_700_000_000 })
    }

    private func message(_ to: String = "ada@example.org", subject: String = "Hello", body: String = "Hello\n") throws -> MailMessage {
        try MailMessage(to: to, subject: subject, body: body)
    }

    /// The name of the error with which sending fails.
    private func failure(of sender: SMTPSender, to recipient: String = "ada@example.org") async throws -> String {
        do {
            try await sender.send(message(recipient))
            return "none"
        } catch {
            return Mirror(reflecting: error).children.first?.label ?? "\(error)"
        }
    }

    @Test func aLetterArrives() async throws {
        let server = try MailServer("plain")
        try await sender(mail(server)).send(message(subject: "Willkommen im Gärtchen 🌱", body: "Grüße\n.\n..\n.dot\nlast"))
        let letter = try server.letter()
        #expect(letter.greeting == "garden.example" && !letter.isEncrypted && letter.login == "")
        #expect(letter.sender == "wiki@garden.example" && letter.recipients == ["ada@example.org"])
        #expect(letter.from == [["Garden wiki", "wiki@garden.example"]] && letter.to == ["ada@example.org"])
        #expect(letter.subject == "Willkommen im Gärtchen 🌱")
        #expect(letter.time == 1_700_000_000)
        #expect(letter.body == "Grüße\r\n.\r\n..\r\n.dot\r\nlast\r\n")
        #expect(letter.defects == [])
        #expect(letter.names.contains("Message-ID") && letter.names.contains("Auto-Submitted"))
    }

    @Test func anotherParserReadsWhatIsSent() async throws {
        let server = try MailServer("plain")
        let sender = try sender(mail(server))
        for (number, sample) in MailSamples.texts.enumerated() {
            try await sender.send(message(subject: sample, body: sample))
            let letter = try server.letter(number)
            #expect(letter.names.count == 9 && letter.recipients == ["ada@example.org"] && letter.defects == [], "\(sample)")
            #expect(letter.subject == EncodedWord.oneLine(sample))
            #expect(letter.body == MailSamples.withCRLF(sample))
            #expect(letter.isASCII && letter.longestLine <= 78)
        }
        #expect(server.count == MailSamples.texts.count, "no letter is smuggled in")
    }

    @Test func severalAtOnceStandInLine() async throws {
        let server = try MailServer("plain")
        let sender = try sender(mail(server))
        try await withThrowingTaskGroup { group in
            for number in 0..<20 { group.addTask { try await sender.send(message("person\(number)@example.org")) } }
            try await group.waitForAll()
        }
        #expect(Set(try (0..<20).map { try server.letter($0).recipients[0] }).count == 20)
    }

    @Test(arguments: [("starttls", Configuration.Mail.Security.starttls), ("tls", .tls)])
    func encrypted(mode: String, security: Configuration.Mail.Security) async throws {
        let certificate = try Certificate()
        let server = try MailServer(mode, certificate: certificate)
        let mail = mail(server, security)
        #expect(try await failure(of: sender(mail)) == "untrusted")
        #expect(server.count == 0)
        try await sender(mail, trusting: certificate.file).send(message())
        #expect(try server.letter().isEncrypted)
    }

    @Test(arguments: [("starttls", Configuration.Mail.Security.starttls), ("tls", .tls)])
    func aCertificateForAnotherName(mode: String, security: Configuration.Mail.Security) async throws {
        let certificate = try Certificate("DNS:mail.example.org")
        let server = try MailServer(mode, certificate: certificate)
        let sender = try sender(mail(server, security), trusting: certificate.file)
        #expect(try await failure(of: sender) == "untrusted")
        #expect(server.count == 0)
    }

    @Test(arguments: [Configuration.Mail.Security.starttls, .tls])
    func aServerWithoutEncryption(security: Configuration.Mail.Security) async throws {
        let server = try MailServer("plain")
        let sender = try sender(mail(server, security))
        #expect(try await failure(of: sender) == "unencrypted")
        #expect(server.count == 0)
    }

    @Test func aMissingFileOfAuthorities() async throws {
        let certificate = try Certificate()
        let server = try MailServer("tls", certificate: certificate)
        let sender = try sender(mail(server, .tls), trusting: "/nowhere/ca.pem")
        #expect(try await failure(of: sender) == "untrusted")
    }

    @Test(arguments: [true, false])
    func loggingIn(isEncrypted: Bool) async throws {
        let certificate = try Certificate()
        let server = try MailServer(isEncrypted ? "starttls-auth" : "auth", certificate: isEncrypted ? certificate : nil)
        var mail = mail(server, isEncrypted ? .starttls : .none)
        let authorities = isEncrypted ? certificate.file : nil
        await #expect { try await sender(mail, trusting: authorities).send(message()) } throws: { error in
            if case MailError.refused(let code, _) = error { code == 530 && (error as? MailError)?.isPermanent == true } else { false }
        }
        (mail.user, mail.password) = ("wiki", "wrong")
        #expect(try await failure(of: sender(mail, trusting: authorities)) == "loginRefused")
        mail.password = "pass wörd"
        try await sender(mail, trusting: authorities).send(message())
        #expect(try server.letter().login == "wiki")
        #expect(try server.letter().isEncrypted == isEncrypted)
    }

    @Test func whatTheServerSaysIsTold() async throws {
        let server = try MailServer("plain")
        let sender = try sender(mail(server))
        let gone = MailError.refused(code: 550, answer: "550 5.1.1 There is 5.1.1 no such person")
        await #expect(throws: gone) { try await sender.send(message("nobody@example.org")) }
        #expect(gone.isPermanent && gone.description.contains("no such person"))
        let later = MailError.refused(code: 451, answer: "451 4.7.1 Come back later")
        await #expect(throws: later) { try await sender.send(message("later@example.org")) }
        #expect(!later.isPermanent)
        try await sender.send(message())
        #expect(server.count == 1)
    }

    @Test func aServerThatHangs() async throws {
        let start = ContinuousClock.now
        let silent = try MailServer("silent")
        await #expect(throws: MailError.timedOut) { try await sender(mail(silent), whole: .milliseconds(400)).send(message()) }
        let stuck = try MailServer("plain")
        await #expect(throws: MailError.timedOut) {
            try await sender(mail(stuck), whole: .milliseconds(1500)).send(message("stuck@example.org"))
        }
        // Here the letter is taken, and only the goodbye is not answered.
        try await sender(mail(stuck)).send(message("forever@example.org"))
        #expect(stuck.count == 1)
        #expect(ContinuousClock.now - start < .seconds(100))
    }

    @Test func aServerThatHangsUp() async throws {
        for (mode, recipient) in [("closing", "ada@example.org"), ("plain", "cut@example.org")] {
            let server = try MailServer(mode)
            #expect(try await failure(of: sender(mail(server)), to: recipient) == "cutOff")
        }
    }

    @Test func aServerThatIsNotThere() async throws {
        var mail = mail(try MailServer("plain"))
        #expect(try await failure(of: sender(mail)) == "unreachable")
        mail.host = "mail.invalid"
        #expect(try await failure(of: sender(mail)) == "unreachable")
    }

    @Test func aCancelledLetterHoldsNobodyUp() async throws {
        let server = try MailServer("silent")
        let sender = try sender(mail(server))
        let (first, second) = (try message(), try message("bob@example.org"))
        let sending = Task { try await sender.send(first) }
        let waiting = Task { try await sender.send(second) }
        server.waitForClient()
        let start = ContinuousClock.now
        sending.cancel()
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await sending.value }
        await #expect(throws: CancellationError.self) { try await waiting.value }
        #expect(ContinuousClock.now - start < .seconds(60))
    }

    @Test func aPasswordNeverCrossesANetworkInTheClear() throws {
        var mail = Configuration.Mail()
        (mail.security, mail.user, mail.password, mail.from) = (.none, "wiki", "x", "wiki@garden.example")
        for host in ["mail.example.org", "127.evil.example", "localhost.evil.example", "::2", "10.0.0.1"] {
            mail.host = host
            #expect(throws: MailError.passwordInTheClear(host: host)) { try sender(mail) }
        }
        for host in ["localhost", "127.0.0.1", "::1"] {
            mail.host = host
            _ = try sender(mail)
        }
        mail.host = "mail.example.org"
        mail.security = .starttls
        _ = try sender(mail)
    }

    @Test(arguments: [
        "", " ", "a b", "host/path", "user@host", "host:25", "host?x", "[::1]", "a\r\nb", "-x", "ä.example", "::1%eth0", "..",
    ])
    func aHostThatIsNone(host: String) throws {
        var mail = Configuration.Mail()
        (mail.host, mail.from) = (host, "wiki@garden.example")
        #expect(throws: MailError.badHost(host)) { try sender(mail) }
    }

    @Test func aSenderThatIsNone() throws {
        var mail = Configuration.Mail()
        mail.host = "mail.example.org"
        for from in [nil, "", "wiki", "a@b\r\nRCPT TO:<eve@example.org>"] {
            mail.from = from
            #expect(throws: MailError.badAddress(from ?? "")) { try sender(mail) }
        }
    }
}
