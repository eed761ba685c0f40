import GRDB
import Git

/// A way in which git names an author, once for commits whose credit is confirmed and once for the others. Compared by
/// bytes, as the database does.
struct AuthorSpelling: Hashable {
    let name: String
    let email: String
    let isConfirmed: Bool

    init(name: String, email: String, isConfirmed: Bool) {
        self.name = name
        self.email = email
        self.isConfirmed = isConfirmed
    }

    /// Reads name, email and is_confirmed from a row's first columns.
    init(_ row: Row) {
        self.init(name: row[0], email: row[1], isConfirmed: row[2])
    }

    static func == (left: AuthorSpelling, right: AuthorSpelling) -> Bool {
        left.isConfirmed == right.isConfirmed && left.name.utf8.elementsEqual(right.name.utf8)
            && left.email.utf8.elementsEqual(right.email.utf8)
    }

    func hash(into hasher: inout Hasher) {
        for var text in [name, email] {
            text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
            hasher.combine(UInt8(0))
        }
        hasher.combine(isConfirmed)
    }
}
