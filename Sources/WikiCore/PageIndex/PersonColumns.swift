import FoundationEssentials
import GRDB
import Git

/// The columns from which a contributor's address is made, wherever people are read.
enum PersonColumns {
    /// Four columns of `contributor`: account, name, whether nobody had the name before, the first commit. Cost: four steps
    /// into indexes where no account is credited.
    static let address = """
        contributor.login, contributor.name,
        contributor.login IS NULL AND contributor.is_confirmed AND NOT contributor.is_shadowed AND NOT EXISTS (
            SELECT 1 FROM contributor AS other WHERE other.name_key = contributor.name_key AND other.edits > 0
                AND other.first <= contributor.first AND other.login IS NULL AND other.is_confirmed
                AND (other.first, other.key) < (contributor.first, contributor.key)
        ) AND NOT EXISTS (SELECT 1 FROM contributor AS other WHERE other.login = contributor.name_key),
        (SELECT oid FROM "commit" AS begun WHERE begun.id = contributor.first)
        """

    /// Reads these columns; nil where the contributor has not edited.
    static func address(_ row: Row, from column: Int) -> String? {
        guard let first = ObjectID(row[column + 3] as Data?) else { return nil }
        return PersonAddress(account: row[column], name: row[column + 1], isFirst: row[column + 2], firstCommit: first).text
    }
}
