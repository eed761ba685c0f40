/// Public keys, each of one person.
package struct SSHKeys: Sendable {
    /// The most characters of a title.
    package static let titleLimit = 100

    let base: MemberBase

    /// Adds a key from the line that `ssh-keygen` writes. Asks for the owner or an admin. Throws `MemberError.badKey`,
    /// `.keyTaken`, `.badText` and `.tooManyHeld`.
    /// - Parameter title: what to call it; empty for the line's comment.
    @discardableResult
    package func add(account id: Int64, text: String, title: String = "", by context: AuditContext) async throws -> SSHKey {
        let key = try SSHKeyText(text)
        let title = try Self.title(title, of: key)
        return try await base.database.write { [base] records in
            try records.authority(of: context).requireOwner(id)
            let account = try records.accounts.living(id)
            guard try records.keys.find(blob: key.blob) == nil else { throw MemberError.keyTaken }
            guard try records.keys.all(of: id).count < base.limits.held else { throw MemberError.tooManyHeld(limit: base.limits.held) }
            let number = try records.keys.insert(key, title: title, account: id, now: base.now)
            try records.audit.add(AuditEntry(.keyAdded, by: context, target: account.name, detail: key.fingerprint), now: base.now)
            return SSHKey(
                id: number, title: title, algorithm: key.algorithm, blob: key.blob, fingerprint: key.fingerprint, created: base.now,
                lastUsed: nil)
        }
    }

    /// The keys of an account, the oldest first.
    package func list(account id: Int64) async throws -> [SSHKey] {
        try await base.database.read { try $0.keys.all(of: id) }
    }

    /// Takes a key away. Asks for the owner or an admin. Throws `MemberError.notFound`.
    package func remove(_ key: Int64, of id: Int64, by context: AuditContext) async throws {
        try await base.database.write { [base] records in
            try records.authority(of: context).requireOwner(id)
            guard let found = try records.keys.all(of: id).first(where: { $0.id == key }) else { throw MemberError.notFound }
            try records.keys.delete(key, of: id)
            let name = try records.accounts.find(id)?.name
            try records.audit.add(AuditEntry(.keyRemoved, by: context, target: name, detail: found.fingerprint), now: base.now)
        }
    }

    /// The key of a fingerprint (`SHA256:…`) and the account as it stands now; nil where there is none, or the account is shut
    /// out.
    package func find(fingerprint: String) async throws -> (key: SSHKey, account: Account)? {
        let found = try await base.database.read { try $0.keys.find(fingerprint: fingerprint) }
        return found.flatMap { $0.account.isActive ? $0 : nil }
    }

    /// The same, by the bytes of the key.
    package func find(blob: [UInt8]) async throws -> (key: SSHKey, account: Account)? {
        let found = try await base.database.read { try $0.keys.find(blob: blob) }
        return found.flatMap { $0.account.isActive ? $0 : nil }
    }

    /// Writes down that a key was used, at most once a minute.
    package func touch(_ key: SSHKey, of id: Int64) async throws {
        guard base.isStale(key.lastUsed) else { return }
        try await base.database.write { [base] records in
            try records.keys.touch(key.id, now: base.now)
            try records.accounts.setLastSeen(base.now, of: id)
        }
    }

    private static func title(_ wish: String, of key: SSHKeyText) throws(MemberError) -> String {
        let text = try PlainText.note(wish, limit: titleLimit, allowsNewlines: false)
        if !text.isEmpty { return text }
        let comment = try? PlainText.line(PlainText.cut(key.comment, limit: titleLimit), limit: titleLimit)
        return comment ?? key.algorithm
    }
}
