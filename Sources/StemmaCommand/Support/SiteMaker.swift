import ArgumentParser
import Glibc
import Presentation
import StaticExport
import WikiCore
import Wording

/// Makes static sites of an open wiki, and says what became of them.
struct SiteMaker: Sendable {
    private let export: SiteExport

    init(_ open: OpenWiki, _ opening: Opening, options: SiteOptions) throws {
        let configuration = open.wiki.configuration
        let theme = try ThemeChoice(installation: opening.installation).theme(named: configuration.site.theme)
        let shelf = try PhrasebookShelf(folder: "\(opening.installation.themes)/locales")
        let members = open.members
        export = SiteExport(
            of: open.wiki, theme: theme, words: shelf.book(options.language ?? configuration.site.language), options: options,
            version: Stemma.configuration.version, program: Self.build(opening.installation.executable), threads: max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        ) { try PushNotes(blocking: $0, in: members) }
    }

    /// What tells this build of the program from others.
    private static func build(_ executable: String) -> String {
        var info = stat()
        guard stat(executable, &info) == 0 else { return executable }
        return "\(info.st_size) \(info.st_mtim.tv_sec) \(info.st_mtim.tv_nsec)"
    }

    /// Makes the site, and gives the sentences that a person wants to read.
    func run(to path: String) async throws -> String {
        let clock = ContinuousClock()
        let start = clock.now
        let report = try await export.run(to: path) { done, total in
        }
        let seconds = Double((clock.now - start).components.attoseconds) / 1e18 + Double((clock.now - start).components.seconds)
        return "\(report) in \(seconds) s\n"
    }
}
