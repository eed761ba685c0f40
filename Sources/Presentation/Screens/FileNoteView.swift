import Wording

/// Something in the repository that is no page and no plain file: shown for what it is, never followed.
package struct FileNoteView: Screen {
    package static let template = "file-note"

    /// What it is.
    package enum Kind: Sendable {
        /// A symbolic link and where it points.
        case symlink(target: [UInt8])
        /// Another repository at one of its commits.
        case submodule(commit: String)
        /// A large file that lies elsewhere.
        case lfs(bytes: Int)
        /// A page whose bytes are not UTF-8.
        case notText(bytes: Int)
        /// A page over the bound.
        case tooLarge(bytes: Int)
        /// A file that is too large to be sent.
        case fileTooLarge(bytes: Int)
    }

    private let own: [String: TemplateValue]

    /// - Parameter raw: where its own bytes can be had; nil where there are none.
    package init(path: [UInt8], kind: Kind, raw: String? = nil, hasHistory: Bool = true, in context: ViewContext) {
        let words = context.words
        let sentence =
            switch kind {
            case .symlink(let target): SentenceView("file.symlink", ["target": .code(String(decoding: target, as: UTF8.self))], in: context)
            case .submodule(let commit): SentenceView("file.submodule", ["id": .code(String(commit.prefix(7)))], in: context)
            case .lfs(let bytes): SentenceView("file.lfs", ["size": .text(ByteSize(bytes).text(words))], in: context)
            case .notText(let bytes): SentenceView("file.notText", ["size": .text(ByteSize(bytes).text(words))], in: context)
            case .tooLarge(let bytes): SentenceView("file.tooLarge", ["size": .text(ByteSize(bytes).text(words))], in: context)
            case .fileTooLarge(let bytes): SentenceView("file.fileTooLarge", ["size": .text(ByteSize(bytes).text(words))], in: context)
            }
        own = [
            "title": .text(bytes: PathName(path).segments.last ?? path),
            "sentence": .view(sentence),
            "rawHref": .text(raw: raw),
            "historyHref": .text(raw: hasHistory ? context.urls.history(path) : nil),
        ]
    }

    package var fields: [String: TemplateValue] { own }
}

extension FileNoteView.Kind {
    /// Why a page can only be shown as the file it is; nil for one that can be read.
    /// - Parameters:
    ///   - bytes: its size.
    ///   - limit: the most bytes of a page.
    ///   - text: reads it; not asked for one that is too large.
    package static func unreadable(bytes: Int, limit: Int, text: () throws -> [UInt8]) rethrows -> FileNoteView.Kind? {
        if bytes > limit { return .tooLarge(bytes: bytes) }
        return String(validating: try text(), as: UTF8.self) == nil ? .notText(bytes: bytes) : nil
    }
}
