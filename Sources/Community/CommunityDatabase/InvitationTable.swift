import FoundationEssentials
import GRDB

/// Reads and writes invitations.
struct InvitationTable {
    let database: Database

    private static let columns = """
        invitation.id, invitation.email, invitation.role, invitation.note, invitation.is_mailed, invitation.created, invitation.expires,
        invitation.inviter, invitation.accepted, invitation.revoked, inviter.name, guest.name
        """
    private static let tables = """
        invitation LEFT JOIN account AS inviter ON inviter.id = invitation.inviter
        LEFT JOIN account AS guest ON guest.id = invitation.accepted_by
        """

    /// The invitation of a secret, whatever became of it.
    func find(_ hash: SecretHash) throws -> Invitation? {
        let sql = "SELECT \(Self.columns) FROM \(Self.tables) WHERE invitation.hash = ?"
        return try Row.fetchOne(database, sql: sql, arguments: [Data(hash.bytes)]).flatMap { Invitation($0) }
    }

    /// The invitation of a number.
    func find(_ id: Int64) throws -> Invitation? {
        let sql = "SELECT \(Self.columns) FROM \(Self.tables) WHERE invitation.id = ?"
        return try Row.fetchOne(database, sql: sql, arguments: [id]).flatMap { Invitation($0) }
    }

    /// Invitations, the newest first, from one number down.
    func all(before id: Int64?, limit: Int) throws -> [Invitation] {
        let sql = "SELECT \(Self.columns) FROM \(Self.tables) WHERE invitation.id < ? ORDER BY invitation.id DESC LIMIT ?"
        return try Row.fetchAll(database, sql: sql, arguments: [id ?? Int64.max, limit]).compactMap { Invitation($0) }
    }

    /// Makes an invitation and gives back its number.
    func insert(_ hash: SecretHash, email: String?, role: Role, note: String, isMailed: Bool, expires: Int64, inviter: Int64?, now: Int64)
        throws -> Int64
    {
        try database.execute(
            sql: """
                INSERT INTO invitation(hash, email, role, note, is_mailed, created, expires, inviter) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """, arguments: [Data(hash.bytes), email, role.rawValue, note, isMailed, now, expires, inviter])
        return database.lastInsertedRowID
    }

    func accept(_ id: Int64, by account: Int64, now: Int64) throws {
        try database.execute(sql: "UPDATE invitation SET accepted = ?, accepted_by = ? WHERE id = ?", arguments: [now, account, id])
    }

    func revoke(_ id: Int64, now: Int64) throws {
        try database.execute(sql: "UPDATE invitation SET revoked = ? WHERE id = ?", arguments: [now, id])
    }

    /// Forgets the addresses of invitations that were over before a time.
    func dropAddresses(expiredBefore time: Int64) throws {
        try database.execute(sql: "UPDATE invitation SET email = NULL WHERE email IS NOT NULL AND expires < ?", arguments: [time])
    }
}

extension Invitation {
    init?(_ row: Row) {
        guard let role = Role(rawValue: row[2]) else { return nil }
        self.init(
            id: row[0], email: row[1], role: role, note: row[3], isMailed: row[4], created: row[5], expires: row[6], inviterID: row[7],
            inviter: row[10], accepted: row[8], acceptedBy: row[11], revoked: row[9])
    }
}
