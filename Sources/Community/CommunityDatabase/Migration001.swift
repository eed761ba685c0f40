/// The first tables: accounts and all that hangs on them. Times are seconds since 1970; hashes are BLAKE2b, 32 bytes.
enum Migration001 {
    static let statements = """
        -- A row is an account. The number stands in commits and is never given twice; a deleted account keeps its row, so that
        -- its name stays taken. name is lower case; password is an Argon2id text, or NULL where a proxy or a link lets in.
        CREATE TABLE account(
            id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, display_name TEXT NOT NULL,
            role TEXT NOT NULL CHECK (role IN ('reader', 'contributor', 'reviewer', 'moderator', 'admin')),
            state TEXT NOT NULL CHECK (state IN ('active', 'blocked', 'disabled', 'deleted')),
            password TEXT, created INTEGER NOT NULL, last_seen INTEGER,
            CHECK (state <> 'deleted' OR password IS NULL)) STRICT;
        CREATE INDEX account_role ON account(role, state);

        -- A row is an e-mail address that an account says is its own. key is the folded form; is_primary is where letters go,
        -- is_shown what commits carry. Confirmed by mail where confirmed_by is the account itself, else by that admin.
        CREATE TABLE address(
            account INTEGER NOT NULL REFERENCES account(id), key TEXT NOT NULL, email TEXT NOT NULL,
            is_primary INTEGER NOT NULL DEFAULT 0, is_shown INTEGER NOT NULL DEFAULT 0, claimed INTEGER NOT NULL,
            confirmed INTEGER, confirmed_by INTEGER, PRIMARY KEY(account, key), CHECK (confirmed IS NOT NULL OR NOT is_shown)
        ) WITHOUT ROWID, STRICT;
        CREATE UNIQUE INDEX address_confirmed ON address(key) WHERE confirmed IS NOT NULL;
        CREATE UNIQUE INDEX address_primary ON address(account) WHERE is_primary;
        CREATE UNIQUE INDEX address_shown ON address(account) WHERE is_shown;
        CREATE INDEX address_waiting ON address(claimed) WHERE confirmed IS NULL;

        -- A row is a browser that is logged in. handle names it in lists; hash is that of its secret.
        CREATE TABLE session(
            id INTEGER PRIMARY KEY AUTOINCREMENT, handle TEXT NOT NULL UNIQUE, hash BLOB NOT NULL UNIQUE,
            account INTEGER NOT NULL REFERENCES account(id), created INTEGER NOT NULL, last_seen INTEGER NOT NULL,
            user_agent TEXT, address TEXT) STRICT;
        CREATE INDEX session_account ON session(account);

        -- A row is an access token, alive or revoked or past its time. hash is that of its secret.
        CREATE TABLE token(
            id INTEGER PRIMARY KEY AUTOINCREMENT, hash BLOB NOT NULL UNIQUE, account INTEGER NOT NULL REFERENCES account(id),
            name TEXT NOT NULL, scope TEXT NOT NULL CHECK (scope IN ('read', 'write', 'admin')), created INTEGER NOT NULL,
            expires INTEGER NOT NULL, last_used INTEGER) STRICT;
        CREATE INDEX token_account ON token(account);

        -- A row is an invitation, open or used or taken back. is_mailed: the link went to the address and to nobody else, so
        -- whoever uses it has proved the address. inviter is NULL for the wiki's own program.
        CREATE TABLE invitation(
            id INTEGER PRIMARY KEY AUTOINCREMENT, hash BLOB NOT NULL UNIQUE, email TEXT,
            role TEXT NOT NULL CHECK (role IN ('reader', 'contributor', 'reviewer', 'moderator', 'admin')), note TEXT NOT NULL,
            is_mailed INTEGER NOT NULL, created INTEGER NOT NULL, expires INTEGER NOT NULL, inviter INTEGER REFERENCES account(id),
            accepted INTEGER, accepted_by INTEGER REFERENCES account(id), revoked INTEGER) STRICT;

        -- A row is a link that works once: the first admin's, a lost password's, an address's. hash is that of its secret.
        CREATE TABLE link(
            id INTEGER PRIMARY KEY AUTOINCREMENT, hash BLOB NOT NULL UNIQUE,
            kind TEXT NOT NULL CHECK (kind IN ('first-admin', 'reset-password', 'confirm-address')),
            account INTEGER REFERENCES account(id), email TEXT, created INTEGER NOT NULL, expires INTEGER NOT NULL, used INTEGER) STRICT;
        CREATE INDEX link_account ON link(account);

        -- A row is a public key with which a person uses git over SSH. blob is the key as OpenSSH writes it.
        CREATE TABLE ssh_key(
            id INTEGER PRIMARY KEY AUTOINCREMENT, account INTEGER NOT NULL REFERENCES account(id), title TEXT NOT NULL,
            algorithm TEXT NOT NULL, blob BLOB NOT NULL UNIQUE, fingerprint TEXT NOT NULL UNIQUE, created INTEGER NOT NULL,
            last_used INTEGER) STRICT;
        CREATE INDEX ssh_key_account ON ssh_key(account);

        -- A row is something that somebody did or tried. It refers to nothing, so that it outlives everything.
        CREATE TABLE audit(
            id INTEGER PRIMARY KEY AUTOINCREMENT, time INTEGER NOT NULL, action TEXT NOT NULL, actor TEXT, actor_id INTEGER,
            target TEXT, address TEXT, detail TEXT) STRICT;
        CREATE INDEX audit_action ON audit(action, id);
        CREATE INDEX audit_actor ON audit(actor, id);
        CREATE INDEX audit_time ON audit(time);

        -- A row is a push that was let in. account is NULL where nobody was known; name is what is shown then.
        CREATE TABLE push(
            id INTEGER PRIMARY KEY AUTOINCREMENT, account INTEGER REFERENCES account(id), name TEXT NOT NULL, time INTEGER NOT NULL,
            address TEXT, old BLOB, new BLOB NOT NULL) STRICT;
        CREATE INDEX push_account ON push(account);

        -- A row is a commit that a push brought. author_key is its author's address, folded; author_account the number in an
        -- address of the wiki's own making. confirmed is when the author's credit was: NULL while it waits.
        CREATE TABLE pushed_commit(
            "commit" BLOB PRIMARY KEY, push INTEGER NOT NULL REFERENCES push(id) ON DELETE CASCADE, author_key TEXT NOT NULL,
            author_account INTEGER, confirmed INTEGER, confirmed_by INTEGER) WITHOUT ROWID, STRICT;
        CREATE INDEX pushed_commit_push ON pushed_commit(push);
        CREATE INDEX pushed_commit_waiting ON pushed_commit(author_key) WHERE confirmed IS NULL;
        """
}
