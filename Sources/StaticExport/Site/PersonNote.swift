import WikiCore

/// What a run leaves to the next one about a person: whatever of it changes is shown wherever the person is named.
struct PersonNote {
    /// A hash of what the person is called.
    let names: UInt64
    /// How many edits are theirs.
    let edits: Int

    init(_ person: Person) {
        var key = UnitKey()
        key.add(person.address)
        key.add(person.name)
        key.add(person.isUnconfirmed ? 1 : 0)
        names = key.value
        edits = person.edits
    }

    /// Reads a unit's note.
    init(_ text: String) {
        let fields = text.split(separator: " ")
        names = fields.first.flatMap { UInt64($0, radix: 16) } ?? 0
        edits = fields.dropFirst().first.flatMap { Int($0) } ?? 0
    }

    /// As a unit's note.
    var text: String { "\(String(names, radix: 16)) \(edits)" }
}
