package import WikiCore

/// The server that takes the wiki's letters, as the settings name it, checked: what libcurl is told can only be meant so.
package struct MailRelay: Hashable, Sendable {
    /// A name, or an address without brackets.
    package let host: String
    /// How the way to it is protected. Wherever it is, a certificate that it shows is checked.
    package let security: Configuration.Mail.Security
    /// Whom letters come from.
    package let from: MailAddress
    /// What stands beside that address: the wiki's name.
    package let name: String
    /// The address that libcurl connects to. Its path is the name by which the server is greeted, for which the domain of
    /// the sender serves: unlike this machine's name it is one that the server can look up.
    let url: String
    /// User and password; nobody logs in where nil.
    let login: Login?

    /// Who logs in, and with what.
    struct Login: Hashable, Sendable {
        let user: String
        let password: String
    }

    /// Checks the settings. Throws ``MailError/badHost(_:)``, ``MailError/badAddress(_:)`` or
    /// ``MailError/passwordInTheClear(host:)``.
    package init(_ mail: Configuration.Mail, name: String) throws(MailError) {
        let host = mail.host ?? ""
        guard let from = mail.from.flatMap(MailAddress.init) else { throw .badAddress(mail.from ?? "") }
        guard (1...65_535).contains(mail.port) else { throw .badHost("\(host):\(mail.port)") }
        url = "\(mail.security == .tls ? "smtps" : "smtp")://\(try Self.inAddress(host)):\(mail.port)/\(from.domain)"
        login = mail.user.map { Login(user: $0, password: mail.password ?? "") }
        guard login == nil || mail.security != .none || Self.isHere(host) else { throw .passwordInTheClear(host: host) }
        self.host = host
        security = mail.security
        self.from = from
        self.name = name
    }

    /// A host as it stands in an address.
    private static func inAddress(_ host: String) throws(MailError) -> String {
        if MailAddress.isDomain(host.utf8) { return host }
        let isIPv6 = host.utf8.contains(UInt8(ascii: ":")) && host.utf8.allSatisfy { "0123456789abcdefABCDEF:.".utf8.contains($0) }
        guard isIPv6, host.utf8.count <= 45 else { throw .badHost(host) }
        return "[\(host)]"
    }

    /// Whether a host is this machine, so that nobody between can listen.
    private static func isHere(_ host: String) -> Bool {
        let isNumeric = host.utf8.allSatisfy { "0123456789.".utf8.contains($0) }
        return host == "localhost" || host == "::1" || (host.hasPrefix("127.") && isNumeric)
    }
}
