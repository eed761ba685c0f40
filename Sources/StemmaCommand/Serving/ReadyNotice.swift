import Community
import Glibc
import Presentation
import WebServer
import WikiCore

/// What `stemma serve` says once it listens: where the wiki is, and how its first admin comes in.
struct ReadyNotice {
    let configuration: Configuration
    /// The secret of the first admin's link; nil where there is an admin.
    let secret: String?

    /// The lines, without the last one's end.
    /// - Parameter port: the port that was taken.
    func text(port: Int) -> String {
        let ready = "\(configuration.site.name) is ready: \(PublicAddress.local(configuration.server, port: port))"
        guard let secret else { return ready }
        let address = PublicAddress(configuration, port: port)
        let days = OneTimeLinks.firstAdminTime / 86_400
        return "\(ready)\nIt has no admin yet. This link makes the first one, once, within \(days) days: "
            + address.absolute(address.urls.firstAdmin(secret))
    }

    /// Says it on standard output at once.
    func show(port: Int) {
        print(text(port: port))
        fflush(nil)
    }

    /// Who may not edit where nobody has chosen it, with the settings that choose; nil where somebody has.
    var editing: String? {
        switch ReadOnlyReason(configuration) {
        case nil: nil
        case .unconfigured where configuration.server.isLoopback:
            "Only people with an account and requests of this machine may edit, until the settings name site.url and editing."
        case .unconfigured:
            "The wiki is read-only until the settings name site.url and editing, but for people with an account: "
                + "others than this machine can reach it."
        case .siteAlone: "But for people with an account, the wiki is read-only until the settings name editing."
        }
    }
}

extension ReadyNotice {
    /// Makes the link where nobody is an admin yet; one that an earlier start printed stops working.
    init(_ configuration: Configuration, _ members: Members) async throws {
        self.configuration = configuration
        guard try await !members.accounts.hasAdmin() else {
            secret = nil
            return
        }
        do {
            secret = try await members.links.make(.firstAdmin, by: .program)
        } catch MemberError.closed {
            // Somebody became one just now.
            secret = nil
        }
    }
}
