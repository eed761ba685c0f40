import Git
import StaticExport
import WebServer

extension ExportProblem {
    /// What a book leaves out or does otherwise, as a code and what its sentence names.
    init(_ problem: BookProblem) {
        switch problem {
        case .missing(let name): self.init("missingChapter", ["target": name])
        case .draft(let path): self.init("draftChapter", ["target": path.display])
        case .lostRedirect(let path): self.init("lostChapter", ["target": path.display])
        case .repeated(let path): self.init("repeatedChapter", ["target": path.display])
        case .noPage(let name): self.init("foreignChapter", ["target": name])
        case .source(let path): self.init("sourceChapter", ["target": path.display])
        case .tooManyEntries(let limit): self.init("tooManyEntries", ["limit": "\(limit)"])
        case .pictureTooLarge(let path): self.init("largePicture", ["target": path.display])
        case .unknownPicture(let path): self.init("unknownPicture", ["target": path.display])
        case .lostAddress(let path, let address): self.init("lostAddress", ["page": path.display, "target": address])
        case .noCover(let name): self.init("missingCover", ["target": name])
        }
    }
}
