/// Credit by the person: whoever a pushed commit names counts, or waits, for themselves, also beside an author whose word is known.
enum Migration003 {
    static let statements = """
        -- A row is a spelling of somebody whom commits of a push name, as their author or beside one. key is the address, folded;
        -- name is git's, cut, and empty where nobody took it down; account the number in an address of the wiki's own making;
        -- commits how many name the spelling. confirmed is when the credit was, NULL while it waits: the same for all of a key.
        CREATE TABLE push_person(
            push INTEGER NOT NULL REFERENCES push(id) ON DELETE CASCADE, key TEXT NOT NULL, name TEXT NOT NULL, account INTEGER,
            commits INTEGER NOT NULL, confirmed INTEGER, confirmed_by INTEGER, PRIMARY KEY(push, key, name)) WITHOUT ROWID, STRICT;
        CREATE INDEX push_person_waiting ON push_person(push) WHERE confirmed IS NULL;
        CREATE INDEX push_person_key ON push_person(key) WHERE confirmed IS NULL;
        CREATE INDEX push_person_account ON push_person(account) WHERE confirmed IS NULL AND account IS NOT NULL;
        INSERT INTO push_person(push, key, name, account, commits, confirmed, confirmed_by)
            SELECT push, author_key, '', max(author_account), count(*),
                CASE WHEN count(confirmed) = count(*) THEN max(confirmed) END,
                CASE WHEN count(confirmed) = count(*) THEN max(confirmed_by) END
            FROM pushed_commit GROUP BY push, author_key;

        -- is_complete is 0 for a push of which only the authors were taken down: others whom it names wait.
        ALTER TABLE push ADD COLUMN is_complete INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX push_incomplete ON push(id) WHERE NOT is_complete;

        -- Names as addresses of the site are compared.
        CREATE INDEX account_called ON account(replace(name, '_', '-'));

        DROP INDEX pushed_commit_waiting;
        ALTER TABLE pushed_commit DROP COLUMN author_account;
        ALTER TABLE pushed_commit DROP COLUMN confirmed;
        ALTER TABLE pushed_commit DROP COLUMN confirmed_by;
        """
}
