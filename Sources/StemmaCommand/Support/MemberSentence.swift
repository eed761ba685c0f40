import Community

/// What the accounts refuse, in a sentence for the command line.
enum MemberSentence {
    /// What happened, and what to do.
    static func text(_ error: MemberError) -> String {
        switch error {
        case .notFound: "There is no such thing (any more)."
        case .nameTaken: "Somebody has, or once had, that name. Choose another one; nothing was changed."
        case .badName(let problem): name(problem)
        case .badText: "A name must not be empty, very long, or hold control characters."
        case .badAddress(let address): "“\(address.printable)” is no e-mail address that a letter could be sent to."
        case .addressTaken: "Another account has proved that the address is its own."
        case .weakPassword(let problem): password(problem)
        case .wrongPassword: "That is not the password."
        case .inactive(let state): "The account is \(state.rawValue). `stemma user enable` lets it in again."
        case .expired: "That time is past."
        case .outdated: "Something else waits now than was shown. Look again; nothing was changed."
        case .alreadyUsed: "That did its work already."
        case .lastAdmin: "This is the last admin who can log in. Make somebody else an admin first; nothing was changed."
        case .tooMany(let seconds): "Too many tries. Try again in \(seconds) s."
        case .tooManyHeld(let limit): "Nobody has more than \(limit) of these. Take one away first."
        case .badKey(let problem): key(problem)
        case .keyTaken: "An account has that key already."
        case .busy: "Another program keeps the accounts busy; nothing was changed. Try again."
        case .forbidden: "That is not allowed."
        case .closed: "There is an admin already."
        case .newerFormat(let found, let known):
            "community.sqlite was made by a newer Stemma (format \(found), this one knows \(known)). Install that one again."
        case .storage(let reason): "The accounts can't be read or written (\(reason.printable)); nothing was changed."
        }
    }

    private static func name(_ problem: AccountName.Problem) -> String {
        let rule =
            switch problem {
            case .empty: "is not empty"
            case .tooLong(let limit): "has at most \(limit) characters"
            case .character: "holds only a–z, 0–9, “-”, “_” and “.”"
            case .leadingCharacter: "begins with a letter from a to z"
            case .dots: "neither ends with a dot nor has two in a row"
            case .reserved: "is none that people would take for the wiki itself"
            }
        return "An account's name \(rule). Choose another one, and give the rest of it with --display-name."
    }

    private static func password(_ problem: PasswordProblem) -> String {
        switch problem {
        case .tooShort(let minimum): "The password is too short: it needs \(minimum) characters, and 15 are better."
        case .tooLong(let maximum): "The password is too long: at most \(maximum) characters are taken."
        case .common: "The password is one of the first that anybody would try. Choose another one."
        case .own: "The password is the name or address of the person or the wiki. Choose another one."
        }
    }

    private static func key(_ problem: SSHKeyProblem) -> String {
        switch problem {
        case .notAKey: "That is no public key. It is the one line of a file that ends in .pub."
        case .isPrivate: "That is the private half of a key, which should leave nobody's machine. Give the file that ends in .pub."
        case .unsupported(let type): "Keys of the type “\(type.printable)” are not taken. Make one with `ssh-keygen -t ed25519`."
        case .tooShort(let bits, let minimum): "The key has \(bits) bits, and \(minimum) are needed. Make one with `ssh-keygen -t ed25519`."
        }
    }
}

extension Failure {
    /// What the accounts refused: 64 for what was typed, 74 for what the disk did, and else 1.
    init(_ error: MemberError) {
        let code: Code =
            switch error {
            case .badName, .badText, .badAddress, .weakPassword, .badKey: .usage
            case .busy, .newerFormat, .storage: .inputOutput
            default: .foundWrong
            }
        self.init(code, MemberSentence.text(error))
    }
}

extension Accounts {
    /// The living account of a name, or a sentence that there is none.
    func named(_ name: String) async throws -> Account {
        guard let account = try await account(name: name) else {
            throw Failure(.foundWrong, "There is no account “\(name.printable)”. `stemma user list` shows them all.")
        }
        return account
    }
}
