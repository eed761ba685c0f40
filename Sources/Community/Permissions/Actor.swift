package import WikiCore

/// Who makes a request, and by what they are known.
package struct Actor: Hashable, Sendable {
    /// What the request showed.
    package enum Credential: Hashable, Sendable {
        case none
        /// A session, by its public handle.
        case session(String)
        /// An access token, by its number.
        case token(Int64, TokenScope)
        /// A key of the person's, by its number.
        case sshKey(Int64)
        /// A proxy that the configuration trusts vouched for the person.
        case proxy
    }

    /// The account; nil where nobody is known.
    package let account: Account?
    /// What the request showed.
    package let credential: Credential
    /// True where this request may edit without an account: the wiki is open to all, or is being tried on this machine.
    package let mayEditOpenly: Bool

    /// Somebody with an account.
    package init(account: Account, credential: Credential, mayEditOpenly: Bool = false) {
        self.init(someone: account, credential, mayEditOpenly)
    }

    private init(someone: Account?, _ credential: Credential, _ mayEditOpenly: Bool) {
        account = someone
        self.credential = credential
        self.mayEditOpenly = mayEditOpenly
    }

    /// Nobody known.
    package static func nobody(mayEditOpenly: Bool) -> Actor {
        Actor(someone: nil, .none, mayEditOpenly)
    }

    /// The same as the wiki's rules about paths see it. A token that only reads edits as nobody does.
    package var editor: Editor {
        guard let account else { return .nobody }
        switch credential {
        case .token(_, .read): return .nobody
        case .token(_, .write): return .account(account.id, limit: .write)
        case .none, .session, .token(_, .admin), .sshKey, .proxy: return .account(account.id, limit: .full)
        }
    }

    /// The highest role that the credential lets the account use.
    package var role: Role? {
        guard let account, account.isActive else { return nil }
        return min(account.role, credential.limit)
    }
}

extension Actor.Credential {
    /// The role that this credential reaches up to. Tokens of scope `admin` and keys are as good as their owner.
    var limit: Role {
        switch self {
        case .token(_, .read): .reader
        case .token(_, .write): .reviewer
        case .none, .session, .token(_, .admin), .sshKey, .proxy: .admin
        }
    }
}
