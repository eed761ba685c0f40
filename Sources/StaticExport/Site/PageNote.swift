import Git
import Presentation
import WikiCore

/// What a run leaves to the next one about a page: where it was and what it was called, by which links and lists know it.
struct PageNote {
    /// A hash of its address, its file and its title.
    var names: UInt64 = 0
    /// Its path.
    var path = GitPath.root
    /// The keys of its aliases.
    var aliases: [String] = []

    /// What is to be known of a page.
    init(_ entry: SiteContent.Entry, file: String?, aliases: [String]) {
        var key = UnitKey()
        key.add(entry.address.bytes)
        key.add(file ?? "")
        key.add(entry.page.title)
        names = key.value
        path = entry.page.path
        self.aliases = aliases
    }

    /// Reads a unit's note.
    init(_ text: String) {
        let fields = text.split(separator: "\u{1F}", omittingEmptySubsequences: false)
        names = fields.first.flatMap { UInt64($0, radix: 16) } ?? 0
        path = GitPath(bytes: fields.dropFirst().first?.split(separator: ",").compactMap { UInt8($0, radix: 16) } ?? [])
        aliases = fields.dropFirst(2).map(String.init)
    }

    /// As a unit's note.
    var text: String {
        let place = path.bytes.map { String($0, radix: 16) }.joined(separator: ",")
        return ([String(names, radix: 16), place] + aliases.filter { !$0.contains(where: Self.isSeparator) }).joined(separator: "\u{1F}")
    }

    private static func isSeparator(_ character: Character) -> Bool {
        character.unicodeScalars.contains { $0.value < 32 }
    }
}
