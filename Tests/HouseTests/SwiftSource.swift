/// A Swift file, taken apart just far enough to hold it to rules: what is code, what is text, what is comment.
struct SwiftSource: Sendable {
    /// The part of a string literal that stands on one line, without its interpolations.
    struct Literal: Sendable, Equatable {
        let line: Int
        let text: String
    }

    /// The path from the root of the repository.
    let path: String
    /// The file with comments and the insides of literals turned to spaces; line ends stay.
    let code: [UInt8]
    /// Every piece of text in it.
    let literals: [Literal]
    /// The lines that a comment touches, and whether it is a documentation comment.
    let comments: [Int: Bool]
    /// The words and signs of `code`.
    let tokens: [SwiftToken]
    /// Functions, initialisers and computed properties with a body.
    let bodies: [SwiftBody]
    /// The number of lines.
    let lineCount: Int

    /// - Parameter path: the path from the root, which says which rules hold.
    init(path: String, bytes: [UInt8]) {
        var lexer = SwiftLexer(bytes)
        lexer.run()
        self.path = path
        code = lexer.code
        literals = lexer.literals
        comments = lexer.comments
        tokens = SwiftToken.all(in: lexer.code)
        bodies = SwiftBody.all(in: tokens)
        lineCount = bytes.count { $0 == UInt8(ascii: "\n") } + (bytes.last == UInt8(ascii: "\n") || bytes.isEmpty ? 0 : 1)
    }

    /// A file out of a test.
    init(_ text: String, path: String = "Sources/Example/Example.swift") {
        self.init(path: path, bytes: Array(text.utf8))
    }

    /// The lines of `code`.
    var codeLines: [String] {
        code.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The folder below `Sources/` or `Tests/`, if it is in one.
    var module: String? {
        let parts = path.split(separator: "/")
        guard parts.count > 2, parts[0] == "Sources" || parts[0] == "Tests" else { return nil }
        return String(parts[1])
    }

    /// Whether it is part of the product.
    var isProduct: Bool { path.hasPrefix("Sources/") }

    /// A violation in this file.
    func violation(_ line: Int, _ advice: String) -> Violation {
        Violation(path: path, line: line, advice: advice)
    }
}
