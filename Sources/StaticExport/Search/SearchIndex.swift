/// The index of a static site's search: a folder of small classic scripts, so that a browser can load them from a disk as well as
/// from a server. Each calls one function of `stemmaSearch`, with its name and with lines of text:
///
/// - `index.js`: how many pages there are, how many words in all, and the shards with their weights (``SearchManifest``).
/// - `s-….js`: terms with the pages that have them (``ShardTree``, ``PostingCode``).
/// - `d-….js`: titles and addresses, `l-….js`: how many words each page has (``SearchTables``).
/// - `text/…/….js`: one page's text, from which excerpts are cut and phrases are checked (``SearchRecord``).
package enum SearchIndex {
    /// Raised where the files change their form, so that an index of another one is built from nothing.
    static let format = 1
    /// The highest number of a document.
    package static let numberLimit = 0xFF_FFFF
    /// How many bytes of terms and postings a shard holds before it is cut in more.
    static let shardLimit = 64 << 10
    /// How many different terms of one document are taken; the further ones are passed over.
    static let termLimit = 20_000
    /// How many bytes of a word count, and of a key.
    static let wordLimit = 64
    static let keyLimit = 1_024
    /// How many scalars of a text a file holds.
    static let textLimit = 300_000
    /// How many documents a file of titles holds, and a file of lengths.
    static let tableSize = 128
    static let lengthsSize = 4_096

    /// The file that holds the text of a document.
    static func text(_ number: Int, in folder: String) -> String { SearchLayout(folder: folder).text(number) }
}
