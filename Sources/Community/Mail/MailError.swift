/// Why a letter was not sent. What a server said is bounded and printable.
package enum MailError: Error, Hashable, Sendable {
    /// This is no address that mail is sent to.
    case badAddress(String)
    /// The settings name no host that could be one.
    case badHost(String)
    /// User and password would cross a network in the clear.
    case passwordInTheClear(host: String)
    /// No connection came about.
    case unreachable(String)
    /// The server took longer than it is given.
    case timedOut
    /// Nothing says that the server is who it claims to be.
    case untrusted(String)
    /// The server did not offer the encryption that the settings ask for.
    case unencrypted(String)
    /// The server did not take user and password.
    case loginRefused(String)
    /// The server refused the letter: an SMTP code from 400, and its words.
    case refused(code: Int, answer: String)
    /// The connection ended in the midst of it.
    case cutOff(String)
    /// So many letters wait that no more are taken.
    case queueFull
    /// libcurl failed in a way that has to do with no server.
    case internalFailure(String)

    /// True where another try would end the same way.
    package var isPermanent: Bool {
        switch self {
        case .badAddress, .badHost, .passwordInTheClear, .loginRefused: true
        case .refused(let code, _): code >= 500
        case .unreachable, .timedOut, .untrusted, .unencrypted, .cutOff, .queueFull, .internalFailure: false
        }
    }
}

extension MailError: CustomStringConvertible {
    /// A sentence for the log and the command line.
    package var description: String {
        switch self {
        case .badAddress(let text): "“\(Self.printable(text.utf8))” is no address that mail can be sent to"
        case .badHost(let text): "“\(Self.printable(text.utf8))” is no name of a mail server"
        case .passwordInTheClear(let host):
            "the password would go to \(host) in the clear; set mail.security to starttls or tls"
        case .unreachable(let reason): "the mail server can't be reached: \(reason)"
        case .timedOut: "the mail server did not answer in time"
        case .untrusted(let reason): "the mail server's certificate is not to be trusted: \(reason)"
        case .unencrypted(let reason): "the mail server offers no encryption: \(reason)"
        case .loginRefused(let answer): "the mail server does not take user and password: \(answer)"
        case .refused(_, let answer): "the mail server refused: \(answer)"
        case .cutOff(let reason): "the connection to the mail server broke: \(reason)"
        case .queueFull: "too many letters wait to be sent"
        case .internalFailure(let reason): "mail can't be sent: \(reason)"
        }
    }

    /// Foreign text for a line of a log: bounded, and ASCII that prints.
    static func printable(_ bytes: some Sequence<UInt8>) -> String {
        String(decoding: bytes.prefix(300).map { (0x20...0x7E).contains($0) ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
    }
}
