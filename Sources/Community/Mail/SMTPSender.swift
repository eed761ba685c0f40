import CCurl
import Dispatch
package import WikiCore

/// Sends letters through a mail server, one after another on a queue of its own, since libcurl blocks.
package struct SMTPSender: MailSender {
    /// How long one letter may take.
    package struct Limits: Hashable, Sendable {
        /// Until there is a connection.
        package var connecting = Duration.seconds(10)
        /// For everything together.
        package var whole = Duration.seconds(30)

        /// Ten seconds and thirty.
        package init() {}
    }

    private let relay: MailRelay
    private let limits: Limits
    private let clock: @Sendable () -> Int64
    private let random: SecretSource
    private let authorities: String?
    private let queue = DispatchQueue(label: "stemma.mail")

    /// Checks the settings, and connects to nothing yet. Throws what ``MailRelay`` throws.
    /// - Parameters:
    ///   - name: what stands beside the address that letters come from: the wiki's name.
    ///   - authorities: a file of certificates (PEM) that are trusted besides the system's.
    ///   - clock: seconds since 1970.
    ///   - random: where the letters' ids come from.
    package init(
        configuration: Configuration.Mail, name: String, authorities: String? = nil, limits: Limits = Limits(),
        clock: @escaping @Sendable () -> Int64, random: SecretSource = .system
    ) throws(MailError) {
        relay = try MailRelay(configuration, name: name)
        self.authorities = authorities
        self.limits = limits
        self.clock = clock
        self.random = random
    }

    package func send(_ message: MailMessage) async throws {
        try Task.checkCancellation()
        let text = MessageText(message, from: relay.from, name: relay.name, time: clock(), id: random.bytes(16))
        let exchange = SMTPExchange(text.bytes)
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                queue.async { continuation.resume(returning: transfer(exchange, to: message.to)) }
            }
        } onCancel: {
            exchange.cancel()
        }
        try result.get()
    }

    private func transfer(_ exchange: SMTPExchange, to recipient: MailAddress) -> Result<Void, any Error> {
        Result {
            if exchange.isCancelled { throw CancellationError() }
            let handle = try CurlHandle()
            try prepare(handle)
            exchange.begin(within: limits.whole)
            try handle.run(exchange, recipient: "<\(recipient.text)>")
        }
    }

    private func prepare(_ handle: borrowing CurlHandle) throws(MailError) {
        try handle.set(CURLOPT_URL, relay.url)
        try handle.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        try handle.set(CURLOPT_PROXY, "")
        try handle.set(CURLOPT_NOSIGNAL, 1)
        // The connection ends within the transfer, whose callback sees to it that a server which hangs holds up nobody.
        try handle.set(CURLOPT_FORBID_REUSE, 1)
        try handle.set(CURLOPT_CONNECTTIMEOUT_MS, limits.connecting.milliseconds)
        try handle.set(CURLOPT_TIMEOUT_MS, limits.whole.milliseconds)
        try handle.set(CURLOPT_USE_SSL, Int((relay.security == .none ? CURLUSESSL_NONE : CURLUSESSL_ALL).rawValue))
        try handle.set(CURLOPT_SSL_VERIFYPEER, 1)
        try handle.set(CURLOPT_SSL_VERIFYHOST, 2)
        try handle.set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        if let authorities { try handle.set(CURLOPT_CAINFO, authorities) }
        if let login = relay.login {
            try handle.set(CURLOPT_USERNAME, login.user)
            try handle.set(CURLOPT_PASSWORD, login.password)
        }
        try handle.set(CURLOPT_MAIL_FROM, "<\(relay.from.text)>")
    }
}

extension Duration {
    /// At least one, since libcurl takes 0 for no limit.
    fileprivate var milliseconds: Int {
        max(1, Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000))
    }
}
