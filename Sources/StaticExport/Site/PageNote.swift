import Git
import WikiCore

/// What a run leaves to the next one about a page: what it is called, and the other names by which links found it.
struct PageNote {
    /// A hash of its address and title.
    var names: UInt64 = 0
    /// The keys of its aliases.
    var aliases: [String] = []

    init(names: UInt64, aliases: [String]) {
        self.names = names
        self.aliases = aliases
    }

    /// Reads a unit's note.
    init(_ text: String) {
        let fields = text.split(separator: "\u{1F}", omittingEmptySubsequences: false)
        names = fields.first.flatMap { UInt64($0, radix: 16) } ?? 0
        aliases = fields.dropFirst().map(String.init)
    }

    /// As a unit's note.
    var text: String { ([String(names, radix: 16)] + aliases.filter { !$0.contains(where: Self.isSeparator) }).joined(separator: "\u{1F}") }

    private static func isSeparator(_ character: Character) -> Bool {
        character.unicodeScalars.contains { $0.value < 32 }
    }
}

extension PageNote {
    /// What is to be known of a page.
    init(_ entry: SiteContent.Entry, aliases: [String]) {
        var key = UnitKey()
        key.add(entry.address.bytes)
        key.add(entry.page.title)
        self.init(names: key.value, aliases: aliases)
    }
}
