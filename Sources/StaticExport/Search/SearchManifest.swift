/// What a browser reads first: how much there is, and the names of the shards.
struct SearchManifest: Sendable, Hashable {
    /// How many documents the index holds.
    var documents = 0
    /// How many words they have in all.
    var words = 0
    /// How many bytes of lines each shard holds.
    var shards: [ShardName: Int] = [:]

    init() {}

    /// Reads the file; nil where it is none, or of another form.
    init?(script bytes: [UInt8]) {
        guard let rows = SearchScript(script: bytes)?.rows.map({ String(decoding: $0, as: UTF8.self) }) else { return nil }
        guard let head = rows.first else { return nil }
        let numbers = head.split(separator: " ").compactMap { Int($0) }
        guard numbers.count == 3, numbers[0] == SearchIndex.format else { return nil }
        (documents, words) = (numbers[1], numbers[2])
        for row in rows.dropFirst() {
            let parts = row.split(separator: " ", omittingEmptySubsequences: false)
            guard parts.count == 2, let name = ShardName(text: parts[0]), let weight = Int(parts[1]) else { return nil }
            shards[name] = weight
        }
    }

    /// The file.
    var script: SearchScript {
        var script = SearchScript()
        script.append("\(SearchIndex.format) \(documents) \(words)".utf8)
        let names = shards.map { (text: $0.key.text, weight: $0.value) }.sorted { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }
        for name in names { script.append("\(name.text) \(name.weight)".utf8) }
        return script
    }
}
