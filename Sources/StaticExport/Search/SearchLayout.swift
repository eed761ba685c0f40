/// Names the files of an index, and says how much each holds.
struct SearchLayout: Sendable, Hashable {
    /// The index's folder as seen from the site's, without a last slash.
    let folder: String
    /// How many bytes of terms and postings a shard holds before it is cut in more.
    var shardLimit = SearchIndex.shardLimit
    /// How many documents a file of titles holds, and a file of lengths.
    var tableSize = SearchIndex.tableSize
    var lengthsSize = SearchIndex.lengthsSize

    var manifest: String { "\(folder)/index.js" }

    func shard(_ name: String) -> String { "\(folder)/s-\(name).js" }

    func table(_ number: Int) -> String { "\(folder)/d-\(number).js" }

    func lengths(_ number: Int) -> String { "\(folder)/l-\(number).js" }

    /// A thousand to a folder, which every file system bears.
    func text(_ document: Int) -> String { "\(folder)/text/\(document / 1_000)/\(document).js" }
}
