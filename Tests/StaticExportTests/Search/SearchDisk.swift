@testable import StaticExport

/// The files of an index by their paths, as they stand on a disk.
struct SearchDisk: Equatable {
    var files: [String: [UInt8]] = [:]
    /// Small shards and tables, so that a few documents fill many.
    static let layout = SearchLayout(folder: "-/search", shardLimit: 300, tableSize: 4, lengthsSize: 8)

    init(_ documents: some Sequence<SearchDocument>, layout: SearchLayout = layout) {
        var builder = SearchBuilder(layout)
        for document in documents { write(builder.add(document)) }
        for file in builder.files() { write(file) }
    }

    mutating func write(_ file: ExportFile) { files[file.path] = file.bytes }

    /// Changes the index as an export does, and returns which files were touched.
    mutating func update(layout: SearchLayout = layout, _ change: (inout SearchUpdate) -> Void) throws -> SearchUpdate.Outcome {
        var update = SearchUpdate(layout) { [files] in files[$0] }
        change(&update)
        let outcome = try update.outcome()
        for file in outcome.written { write(file) }
        for path in outcome.removed { files[path] = nil }
        return outcome
    }

    /// The paths of files that differ, for a message.
    func difference(from other: SearchDisk) -> [String] {
        Set(files.keys).union(other.files.keys).filter { files[$0] != other.files[$0] }.sorted()
    }
}
