import Community
import Presentation
import WikiCore

/// A link with which somebody chooses a password, made for an admin to hand over.
struct PasswordLink {
    let account: Account

    /// How long it works, in seconds: as long as one that an admin makes in the browser.
    private static let lifetime: Int64 = 86_400

    init(_ account: Account) {
        self.account = account
    }

    /// Makes the link, and prints it alone on the last line.
    func print(_ members: Members, _ configuration: Configuration) async throws {
        let secret = try await members.links.make(.resetPassword(account: account.id), validFor: Self.lifetime, by: .program)
        let address = PublicAddress(configuration)
        Swift.print("Whoever opens this link within a day chooses the password of \(account.name). It works once.")
        Swift.print(address.absolute(address.urls.reset(secret)))
    }
}
