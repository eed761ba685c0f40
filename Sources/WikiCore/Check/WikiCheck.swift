package import Git
import Markup

/// Something about a wiki that its people may want to know.
package struct Finding: Hashable, Sendable {
    /// What it is about.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A text that could not be parsed within the bounds; its source is shown.
        case unrendered = "not rendered"
        /// A page whose bytes are not UTF-8; it is shown as a file.
        case notUTF8 = "not UTF-8"
        /// Front matter that is no YAML, or too much of it.
        case frontMatter = "broken front matter"
        /// A redirect that leads to itself or to nothing.
        case redirect = "redirect to nothing"
        /// A link that names nothing.
        case missingLink = "missing link"
        /// A link whose name several pages have.
        case ambiguousLink = "ambiguous link"
        /// A wikilink of which only the unexpected side exists.
        case pipeOrder = "wikilink read the other way"
        /// A name that no new page or file could have.
        case hardName = "name hard to use"
        /// A name that differs from another one only in case, spaces, `_` or `-`.
        case alikeName = "name like another"
        /// A page in another wiki's format, shown as its source.
        case otherFormat = "other format"
        /// A symlink or submodule, which is not followed.
        case notFollowed = "not followed"

        /// True where something is broken, not merely unfinished.
        package var isWrong: Bool { [.unrendered, .notUTF8, .frontMatter, .redirect].contains(self) }
    }

    /// What it is about.
    package let kind: Kind
    /// Where.
    package let path: GitPath
    /// What exactly; empty where the path says it.
    package let detail: String
}

extension WikiSnapshot {
    /// Looks at every page, part and file of the newest state. Cost: all pages.
    package func findings() throws -> [Finding] {
        var result: [Finding] = []
        var names = NameCensus(policy: NamePolicy(segmentLimit: configuration.limits.segment))
        try everyPage {
            result += try findings(on: $0)
            names.take($0)
        }
        for file in try index.files(under: .root, limit: .max) {
            if let path = file.file.relative(to: layout.root) { names.take(file, path: path) }
            if file.kind != .file { result.append(Finding(kind: .notFollowed, path: file.file, detail: "\(file.kind)")) }
            if OtherFormat.isPage(file.file) { result.append(Finding(kind: .otherFormat, path: file.file, detail: "")) }
        }
        return result + names.findings
    }

    private func findings(on page: Page) throws -> [Finding] {
        guard let document = try index.document(page.blob) else { return [] }
        var result: [Finding] = []
        if document.isSource {
            let isText = String(validating: try text(of: page), as: UTF8.self) != nil
            result.append(Finding(kind: isText ? .unrendered : .notUTF8, path: page.path, detail: ""))
        }
        if let problem = document.frontMatter.problem { result.append(Finding(kind: .frontMatter, path: page.path, detail: problem.words)) }
        if page.redirect != nil, try redirectTarget(of: page) == nil {
            result.append(Finding(kind: .redirect, path: page.path, detail: page.redirect ?? ""))
        }
        let folder = try linkFolder(of: page)
        for link in document.links {
            guard let found = try links.resolve(link, from: folder) else { continue }
            if found.isMissing { result.append(Finding(kind: .missingLink, path: page.path, detail: link.target)) }
            if found.isAmbiguous { result.append(Finding(kind: .ambiguousLink, path: page.path, detail: link.target)) }
            let isExpected = (configuration.links.wikilinks == .textFirst) == found.usesAlternate
            if link.hasPipe, !found.isMissing, !isExpected {
                result.append(Finding(kind: .pipeOrder, path: page.path, detail: "\(link.target)|\(link.text)"))
            }
        }
        return result
    }

    /// The address that a redirect leads to; nil where it leads nowhere or to itself, and the page is shown.
    package func redirectTarget(of page: Page) throws -> GitPath? {
        guard let target = page.redirect else { return nil }
        let link = DocumentLink(kind: .wikilink, target: target)
        switch try links.resolve(link, from: linkFolder(of: page))?.kind {
        case .page(let found, let address): return found.id == page.id ? nil : address
        case .folder(let folder): return folder
        case .file, .missing, nil: return nil
        }
    }

    /// Which reading of piped wikilinks finds more pages.
    package func wikilinkCensus() throws -> (targetFirst: Int, textFirst: Int) {
        var counts = (targetFirst: 0, textFirst: 0)
        try everyPage { page in
            let piped = try index.document(page.blob)?.links.filter { $0.kind == .wikilink && $0.hasPipe } ?? []
            guard !piped.isEmpty else { return }
            let folder = try linkFolder(of: page)
            for link in piped {
                guard let other = link.alternate else { continue }
                if try exists(link.target, from: folder) { counts.targetFirst += 1 }
                if try exists(other.target, from: folder) { counts.textFirst += 1 }
            }
        }
        return counts
    }

    /// The beginnings of absolute links, such as `/wiki/` or an old address, without which they would find pages; with how
    /// many do, most first.
    package func prefixCensus() throws -> [(prefix: String, count: Int)] {
        var census = PrefixCensus()
        try everyPage { page in
            for link in try index.document(page.blob)?.links ?? [] {
                try census.count(link) { path in try index.hasPage(like: PagesLayout.withoutExtension(path) ?? path) }
            }
        }
        return census.result
    }

    /// Calls with every living page and part.
    private func everyPage(_ body: (Page) throws -> Void) throws {
        var after: GitPath?
        while true {
            let pages = try index.everyPage(after: after, limit: 500)
            for page in pages { try body(page) }
            guard let last = pages.last else { return }
            after = last.file
        }
    }

    private func exists(_ target: String, from folder: GitPath) throws -> Bool {
        let found = try links.resolve(DocumentLink(kind: .wikilink, target: target), from: folder)
        return found.map { !$0.isMissing } ?? true
    }
}

/// Pages of other wikis, told by their endings.
package enum OtherFormat {
    private static let endings: [String: String] = [
        "asciidoc": "AsciiDoc", "adoc": "AsciiDoc", "asc": "AsciiDoc", "creole": "Creole", "mediawiki": "MediaWiki", "wiki": "MediaWiki",
        "org": "Org", "pod": "Pod", "rdoc": "RDoc", "rest": "reStructuredText", "rst": "reStructuredText", "textile": "Textile",
        "txt2tags": "txt2tags", "page": "Gitit",
    ]

    /// True where a file is a page in another wiki's format.
    package static func isPage(_ path: GitPath) -> Bool { name(of: path) != nil }

    /// What people call the format of a file; nil where it is none of another wiki's.
    package static func name(of path: GitPath) -> String? {
        guard let dot = path.name.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        return endings[String(decoding: path.name[(dot + 1)...], as: UTF8.self).lowercased()]
    }
}

extension FrontMatterProblem {
    /// What is wrong, for the command line.
    fileprivate var words: String {
        switch self {
        case .notYAML(let line): line > 0 ? "no YAML, near line \(line)" : "no YAML"
        case .notKeys: "no keys with values"
        case .tooLarge: "more than 64 KiB"
        case .tooComplex: "nested too deep, or too many references"
        }
    }
}
