import Markup

/// The names of the places in one section: unique there, and such as XML takes. Names that are no plain ASCII get a number.
struct BookPlaces {
    private struct Key: Hashable {
        let scope: Int
        let name: [UInt8]
    }

    /// What all names begin with, where several sections share a file.
    private let prefix: String
    private var names: [Key: String] = [:]
    private var taken: Set<String> = []
    private var count = 0

    init(prefix: String) { self.prefix = prefix }

    /// A new name for a place; nil where the place is named already: the first is the one that links mean.
    mutating func add(_ name: [UInt8], scope: Int) -> String? {
        let key = Key(scope: scope, name: name)
        guard names[key] == nil, !name.isEmpty else { return nil }
        var written = prefix + String(decoding: name, as: UTF8.self)
        while !Self.isPlain(written.utf8) || taken.contains(written) {
            count += 1
            written = "\(prefix)place-\(count)"
        }
        names[key] = written
        taken.insert(written)
        return written
    }

    /// The name under which a fragment's place stands here: a heading's, also by its words, else one that the author gave.
    func name(of fragment: [UInt8], scope: Int) -> String? {
        if let exact = names[Key(scope: scope, name: fragment)] { return exact }
        let place = HeadingAnchors.place(of: String(decoding: fragment, as: UTF8.self)) {
            names[Key(scope: scope, name: Array($0.utf8))] != nil
        }
        return names[Key(scope: scope, name: Array(place.utf8))]
    }

    private static func isPlain(_ name: some Collection<UInt8>) -> Bool {
        guard let first = name.first, (first | 32) &- 97 < 26 || first == UInt8(ascii: "_") else { return false }
        return name.allSatisfy { ($0 | 32) &- 97 < 26 || $0 &- 48 < 10 || "-_.".utf8.contains($0) }
    }
}
