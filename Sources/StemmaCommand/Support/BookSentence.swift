import Git
import StaticExport

/// What the command line says of a book.
struct BookSentence {
    let text: String

    init(_ problem: BookProblem) {
        text =
            switch problem {
            case .missing(let name): "There is no page for the entry “\(name)”."
            case .draft(let path): "\(path) is a draft, and left out."
            case .lostRedirect(let path): "\(path) redirects to no page, and is left out."
            case .repeated(let path): "\(path) is listed twice; it stands where it came first."
            case .noPage(let name): "“\(name)” is no page of the wiki, and left out."
            case .source(let path): "\(path) can't be rendered; its source stands in the book."
            case .tooManyEntries(let limit): "Only the first \(limit) entries of the contents are taken."
            case .pictureTooLarge(let path): "The picture \(path) is too large for the book, and is linked instead."
            case .unknownPicture(let path): "\(path) is no PNG, JPEG, GIF or sound SVG, and is linked instead of shown."
            case .lostAddress(let path, let address): "\(path) links to \(address), which not every reader takes; its words stay."
            case .noCover(let name): "There is no picture \(name) for the cover; the cover shows the title."
            }
    }

    /// A number of bytes, about.
    static func size(_ bytes: Int) -> String {
        if bytes < 1 << 20 { return "\(max(1, (bytes + 512) >> 10)) KiB" }
        let tenths = (bytes * 10 + (1 << 19)) >> 20
        return "\(tenths / 10).\(tenths % 10) MiB"
    }
}

extension Failure {
    /// Why there is no book.
    init(_ error: BookError) {
        switch error {
        case .emptyWiki: self.init(.foundWrong, "The wiki is empty; there is nothing to make a book of.")
        case .noBook:
            self.init(
                .foundWrong,
                "No page describes a book. Name one with --page, or chapters with --pages; `book: true` in the front matter of a page makes it the book's."
            )
        case .severalBooks(let paths):
            self.init(
                .foundWrong, "Several pages describe a book: \(paths.map(\.printable).joined(separator: ", ")). Say which one with --page.")
        case .noPage(let path): self.init(.foundWrong, "There is no page \(path.printable).")
        case .draft(let path): self.init(.foundWrong, "\(path.printable) is a draft, and drafts are not exported.")
        case .noChapters: self.init(.foundWrong, "The book has no chapters: no list of its page links to a page that can be exported.")
        case .tooLarge(let limit):
            self.init(.foundWrong, "The chapters come to more than \(ByteCount(limit).text), which is more than a book holds.")
        case .theme(let error): self.init(.inputOutput, "The theme can't make a book: \(error).")
        case .archive(let reason): self.init(.internalError, "The archive of the book can't be written: \(reason).")
        case .noFile(let path):
            self.init(.usage, "\(path.printable) is no file that a book could replace. Name another one; nothing was changed.")
        case .file(let reason): self.init(.inputOutput, "The book can't be written: \(reason).")
        }
    }
}
