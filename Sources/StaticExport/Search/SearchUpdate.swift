/// Changes an index that stands: only the files that come out otherwise are written, and the result is byte for byte what building
/// from nothing gives.
package struct SearchUpdate {
    let layout: SearchLayout
    let read: (String) -> [UInt8]?
    /// What is to become of documents; nil takes one away.
    private var changes: [Int: SearchDocument?] = [:]

    /// - Parameters:
    ///   - folder: where the index stands, as it was given to ``SearchBuilder``.
    ///   - read: the bytes of a file by its path in the site, nil where there is none. Only the files that a change needs are read.
    package init(folder: String, read: @escaping (String) -> [UInt8]?) {
        self.init(SearchLayout(folder: folder), read: read)
    }

    init(_ layout: SearchLayout, read: @escaping (String) -> [UInt8]?) {
        self.layout = layout
        self.read = read
    }

    /// Adds a document, or takes it in place of the one that has its number.
    package mutating func put(_ document: SearchDocument) { changes[document.number] = .some(document) }

    /// Takes a document away; none of that number is no mistake.
    package mutating func remove(_ number: Int) { changes[number] = .some(nil) }

    /// What changes on disk.
    package struct Outcome: Sendable, Hashable {
        /// Files that are new or have other bytes than before.
        package fileprivate(set) var written: [ExportFile] = []
        /// Files that are to go.
        package fileprivate(set) var removed: [String] = []
    }

    /// Works out the files. The cost is that of the documents that changed and of the shards in which their terms stand.
    package func outcome() throws(SearchIndexError) -> Outcome {
        guard let bytes = read(layout.manifest) else { throw .missing(path: layout.manifest) }
        guard var manifest = SearchManifest(script: bytes) else { throw .damaged(path: layout.manifest) }
        var outcome = Outcome()
        var edits = TermEdits()
        var tables = try readTables()
        for (number, document) in changes.sorted(by: { $0.key < $1.key }) {
            if let length = tables.lengths[number] {
                edits.take(try record(number))
                manifest.documents -= 1
                manifest.words -= length
                tables.remove(number)
            }
            let record = document.map(SearchRecord.init)
            if let document, let record {
                let length = edits.put(record, number: number)
                manifest.documents += 1
                manifest.words += length
                tables.put(document, length: length)
            }
            edits.close(number)
            put(layout.text(number), record.map { $0.script.bytes(function: "text", name: String(number)) }, in: &outcome)
        }
        putTables(tables, in: &outcome)
        var shards = ShardUpdate(layout: layout, shards: manifest.shards, read: read)
        try shards.apply(edits)
        for (name, bytes) in shards.files { put(layout.shard(name.text), bytes, in: &outcome) }
        manifest.shards = shards.shards
        put(layout.manifest, layout.manifestFile(manifest).bytes, in: &outcome)
        outcome.written.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        outcome.removed.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return outcome
    }

    private func record(_ number: Int) throws(SearchIndexError) -> SearchRecord {
        let path = layout.text(number)
        guard let bytes = read(path) else { throw .missing(path: path) }
        guard let record = SearchRecord(script: bytes) else { throw .damaged(path: path) }
        return record
    }

    private func put(_ path: String, _ bytes: [UInt8]?, in outcome: inout Outcome) {
        let old = read(path)
        if let bytes {
            if old != bytes { outcome.written.append(ExportFile(path: path, bytes: bytes)) }
        } else if old != nil {
            outcome.removed.append(path)
        }
    }

    /// The tables in which the changed documents stand, or will.
    private func readTables() throws(SearchIndexError) -> SearchTables {
        var tables = SearchTables()
        for number in Set(changes.keys.map { $0 / layout.tableSize }) {
            guard let bytes = read(layout.table(number)) else { continue }
            guard tables.readRows(bytes) else { throw .damaged(path: layout.table(number)) }
        }
        for number in Set(changes.keys.map { $0 / layout.lengthsSize }) {
            guard let bytes = read(layout.lengths(number)) else { continue }
            guard tables.readLengths(bytes, from: number * layout.lengthsSize) else { throw .damaged(path: layout.lengths(number)) }
        }
        return tables
    }

    private func putTables(_ tables: SearchTables, in outcome: inout Outcome) {
        let rows = tables.rowScripts(layout.tableSize)
        for number in Set(changes.keys.map { $0 / layout.tableSize }) {
            put(layout.table(number), rows[number].map { layout.tableFile(number, $0).bytes }, in: &outcome)
        }
        let lengths = tables.lengthScripts(layout.lengthsSize)
        for number in Set(changes.keys.map { $0 / layout.lengthsSize }) {
            put(layout.lengths(number), lengths[number].map { layout.lengthsFile(number, $0).bytes }, in: &outcome)
        }
    }
}
