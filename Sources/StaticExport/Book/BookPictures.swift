import Git
import WikiCore

/// Collects the pictures of a book, each once however often it is shown.
final class BookPictures {
    /// The most bytes of all pictures.
    static let totalLimit = 256 << 20
    /// The most pictures.
    static let countLimit = 5000

    private let snapshot: WikiSnapshot
    private(set) var list: [BookPicture] = []
    private(set) var problems: [BookProblem] = []
    private var known: [ObjectID: Int?] = [:]
    private var bytesLeft = totalLimit

    init(snapshot: WikiSnapshot) { self.snapshot = snapshot }

    /// The number of a file's picture; nil where it can't be shown.
    func number(of file: WikiFile) -> Int? {
        if let number = known[file.blob] { return number }
        let number = read(file)
        known[file.blob] = number
        return number
    }

    /// Adds a picture of our own making.
    func add(_ bytes: [UInt8], _ kind: PictureKind, name: String) -> Int {
        list.append(BookPicture(kind: kind, bytes: bytes, name: name))
        return list.count - 1
    }

    private func read(_ file: WikiFile) -> Int? {
        guard file.kind == .file else { return refuse(.unknownPicture(file.file)) }
        let limit = min(snapshot.configuration.limits.attachment, bytesLeft)
        guard list.count < Self.countLimit, let bytes = try? snapshot.bytes(of: file.blob, limit: limit) else {
            return refuse(.pictureTooLarge(file.file))
        }
        guard let kind = PictureKind(bytes), let safe = kind == .svg ? SVGPicture(bytes)?.bytes : bytes else {
            return refuse(.unknownPicture(file.file))
        }
        bytesLeft -= safe.count
        let digits = String(list.count + 1)
        return add(safe, kind, name: "picture-\(String(repeating: "0", count: max(0, 3 - digits.utf8.count)))\(digits).\(kind.ending)")
    }

    private func refuse(_ problem: BookProblem) -> Int? {
        if problems.count < 1000 { problems.append(problem) }
        return nil
    }
}
