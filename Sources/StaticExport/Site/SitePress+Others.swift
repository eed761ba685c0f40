import Git
import Presentation
import WikiCore

/// The theme's files, what leads on, and what machines read.
extension SitePress {
    /// The theme's files. Of what sets formulas only what a browser asks for is taken.
    func assets() -> [ExportFile] {
        run.export.theme.assetNames.filter(Self.isNeeded).compactMap { name in
            run.export.theme.asset(name).map { ExportFile(path: "-/assets/\(name)", bytes: $0.bytes) }
        }
    }

    private static func isNeeded(_ name: String) -> Bool {
        guard name.hasPrefix("katex/") else { return true }
        return ["katex/katex.min.css", "katex/katex.min.js", "katex/katex.mjs"].contains(name) || name.hasSuffix(".woff2")
    }

    /// A page at a former address.
    func stub(_ path: String, _ address: GitPath) throws -> [ExportFile] { [] }

    /// What machines read of the site.
    func machines(_ plan: RunPlan) throws -> [ExportFile] { [] }
}
