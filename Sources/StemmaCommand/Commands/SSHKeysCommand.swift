import ArgumentParser
import Community
import Glibc

/// `stemma ssh-keys`: the keys of a wiki's people, for sshd.
struct SSHKeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ssh-keys", abstract: "Print the public keys of all accounts, for sshd.",
        discussion: """
            For git over SSH. sshd asks this command which keys may log in as the user that runs the wiki; whoever does can speak git with the \
            wiki and nothing else, with the rights of the account that the key belongs to. In /etc/ssh/sshd_config, for a user “wiki”:

              Match User wiki
                AuthorizedKeysCommand /usr/local/bin/stemma ssh-keys /srv/wiki %u %f
                AuthorizedKeysCommandUser wiki
                AcceptEnv GIT_PROTOCOL

            Each line that is printed lets one key start `stemma ssh-serve`.
            """)

    @Argument(help: ArgumentHelp("The folder of the wiki.", valueName: "DIR"))
    var directory: String

    @Argument(
        help: ArgumentHelp(
            "The user of this machine that somebody wants to log in as (%u). Nothing is printed for any but the owner of DIR.",
            valueName: "USER"))
    var user: String?

    @Argument(
        help: ArgumentHelp("The fingerprint of the key that somebody shows (%f): only that key is printed.", valueName: "FINGERPRINT"))
    var fingerprint: String?

    func run() async throws {
        let request = SSHKeyRequest([user, fingerprint])
        let opening = try Opening(directory)
        try opening.requireWiki()
        let folder = try SSHKeyRequest.resolved(directory)
        guard request.isFor(owner: folder.owner) else { return }
        let keys = try await opening.useMembers { members, _ in
            if let fingerprint = request.fingerprint { return try await members.keys.find(fingerprint: fingerprint).map { [$0.key] } ?? [] }
            return try await Self.all(members)
        }
        for key in keys {
            let line = AuthorizedKeyLine(
                key: key.line, fingerprint: key.fingerprint, executable: opening.installation.executable, folder: folder.path)
            guard let text = line.text else {
                throw Failure(.inputOutput, "The path of the wiki or of the program holds a control character, which sshd can't read.")
            }
            print(text)
        }
    }

    private static func all(_ members: Members) async throws -> [SSHKey] {
        var keys: [SSHKey] = []
        for account in try await members.accounts.everyone() where account.isActive {
            keys += try await members.keys.list(account: account.id)
        }
        return keys
    }
}
