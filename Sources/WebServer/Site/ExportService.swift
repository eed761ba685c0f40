package import Git
package import Markup

/// What makes exports. The program hands it in, since the modules that make them and this one do not know each other.
///
/// Its work may block: it is done on threads of its own (``JobExecutor``). It ends soon after its task is cancelled, with a
/// `CancellationError`.
package protocol ExportService: Sendable {
    /// The formats that books can have on this machine, in the order in which they are offered.
    var bookFormats: [BookFormat] { get }

    /// The folder of the static site; nil where none is set.
    var siteFolder: String? { get }

    /// Whether a page that says this of itself is the beginning of a book.
    func isBook(_ frontMatter: FrontMatter) -> Bool

    /// Writes the static site of the newest commit into its folder, or what changed of it.
    /// - Throws: ``ExportFailure`` for what an admin can do something about.
    func exportSite(progress: @escaping ExportProgress.Listener) async throws -> ExportSummary

    /// Makes a book of a page, of the newest commit.
    /// - Parameter file: where it is written; nothing is there yet.
    /// - Throws: ``ExportFailure`` for what readers should know.
    func makeBook(
        page: GitPath, format: BookFormat, file: String, progress: @escaping ExportProgress.Listener
    ) async throws -> ExportSummary
}
