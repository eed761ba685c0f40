extension Configuration {
    /// The server that takes the wiki's letters.
    package struct Mail: Sendable, Equatable {
        /// How the way to the server is protected.
        package enum Security: String, Sendable, Equatable, CaseIterable {
            /// Not at all: for a server on the same machine.
            case none
            /// By TLS that begins within the conversation, as on port 587.
            case starttls
            /// By TLS from the first byte, as on port 465.
            case tls
        }

        /// Its name or address; `nil` where no letters are sent.
        package var host: String?
        /// Its TCP port.
        package var port = 587
        /// How the way to it is protected.
        package var security = Security.starttls
        /// Who logs in there; `nil` where nobody does.
        package var user: String?
        /// What that user logs in with. It is printed nowhere.
        package var password: String?
        /// The address that letters come from.
        package var from: String?

        /// The defaults.
        package init() {}
    }

    /// The server that takes the wiki's letters, with a host and an address that letters come from; `nil` where none is set.
    package var mail: Mail? {
        guard mailServer.host != nil else { return nil }
        var mail = mailServer
        mail.from = mail.from ?? "wiki@\(identity.domain)"
        return mail
    }
}

extension Configuration.Mail: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "\(host ?? "nobody"):\(port)" }
    package var debugDescription: String { description }
    /// Without the password, so that nothing that prints a configuration prints it.
    package var customMirror: Mirror { Mirror(self, children: ["host": host as Any, "port": port]) }
}
