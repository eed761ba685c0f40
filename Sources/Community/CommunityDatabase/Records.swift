import GRDB

/// One transaction's view of all tables. Values leave it, rows and SQL do not.
struct Records {
    let database: Database

    var accounts: AccountTable { AccountTable(database: database) }
    var addresses: AddressTable { AddressTable(database: database) }
    var sessions: SessionTable { SessionTable(database: database) }
    var tokens: TokenTable { TokenTable(database: database) }
    var invitations: InvitationTable { InvitationTable(database: database) }
    var links: LinkTable { LinkTable(database: database) }
    var keys: KeyTable { KeyTable(database: database) }
    var audit: AuditTable { AuditTable(database: database) }
    var pushes: PushTable { PushTable(database: database) }
    var pushPeople: PushPersonTable { PushPersonTable(database: database) }
}
