import Git

/// What the site's addresses call a person: the account's name, else the name; where that is taken, or can't stand in an
/// address, with the beginning of the id of the person's first commit behind it.
///
/// That beginning alone says who is meant, so an address holds when the person takes another name. It is made of nothing that
/// only the person's e-mail address would tell.
package struct PersonAddress: Sendable, Hashable {
    /// The text as it stands in an address, not yet encoded.
    package let text: String

    /// Between the name and the id.
    private static let mark = UInt8(ascii: "~")
    /// How many digits of the id.
    private static let digits = 7

    /// - Parameters:
    ///   - account: the name of the account.
    ///   - isFirst: nobody had the name before, and it is no account's, whether that edited or not.
    ///   - firstCommit: the person's first commit.
    init(account: String?, name: String, isFirst: Bool, firstCommit: ObjectID) {
        if let account {
            text = account
        } else {
            let plain = Self.isPlain(name) ? name : ""
            text = isFirst && !plain.isEmpty ? plain : "\(plain)~\(firstCommit.hex.prefix(Self.digits))"
        }
    }

    /// The beginning of a commit's id that an address ends in; nil where it is only a name.
    static func commit(in text: String) -> String? {
        let bytes = Array(text.utf8)
        guard let place = bytes.lastIndex(of: mark), (digits...40).contains(bytes.count - place - 1) else { return nil }
        let id = bytes[(place + 1)...]
        guard id.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) || (65...70).contains($0) }) else { return nil }
        return String(decoding: id, as: UTF8.self).lowercased()
    }

    /// Whether a name can stand in an address as it is: browsers resolve dots, and a slash would part it.
    private static func isPlain(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        guard (1...200).contains(bytes.count), ![[46], [46, 46]].contains(bytes) else { return false }
        return bytes.allSatisfy { $0 >= 32 && $0 != 127 && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "\\") && $0 != mark }
    }
}
