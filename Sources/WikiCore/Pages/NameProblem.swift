package import Git

/// Why a new name is refused. Existing histories may hold such names; they are served and can be edited.
package enum NameProblem: Hashable, Sendable {
    /// Nothing, or an empty segment.
    case empty
    /// A segment longer than the bound in bytes.
    case tooLong(limit: Int)
    /// A whole path longer than the bound in bytes.
    case pathTooLong(limit: Int)
    /// Bytes that are not UTF-8.
    case notUTF8
    /// Text that is not in Unicode's normal form C.
    case notCanonical
    /// A control character, or one that turns the direction of writing.
    case controlCharacter
    /// A backslash.
    case backslash
    /// A segment that begins with `.`, `-` or (for pages) `_`.
    case leadingCharacter(String)
    /// A segment that ends in `.git`, in any case or disguise, or in a space or dot.
    case reservedEnding
    /// Another page whose name differs by less than the forgiving lookup sees.
    case tooAlike(GitPath)
}

/// The rules for names that people make today.
package struct NamePolicy: Sendable {
    /// The most bytes of one segment.
    package let segmentLimit: Int
    /// The most bytes of a whole path.
    package static let pathLimit = 1024

    /// Rules with this bound on a segment.
    package init(segmentLimit: Int) {
        self.segmentLimit = segmentLimit
    }

    /// What is wrong with a new path below the pages root; nil where nothing is.
    /// - Parameter isPart: parts alone may begin with `_` in their last segment.
    package func problem(with path: GitPath, isPart: Bool = false) -> NameProblem? {
        if path.isRoot { return .empty }
        if path.bytes.count > Self.pathLimit { return .pathTooLong(limit: Self.pathLimit) }
        let segments = path.segments
        for (index, segment) in segments.enumerated() {
            let mayBeginWithUnderscore = isPart && index == segments.count - 1
            if let problem = problem(with: segment, mayBeginWithUnderscore: mayBeginWithUnderscore) { return problem }
        }
        return nil
    }

    private func problem(with segment: ArraySlice<UInt8>, mayBeginWithUnderscore: Bool) -> NameProblem? {
        guard let first = segment.first else { return .empty }
        if segment.count > segmentLimit { return .tooLong(limit: segmentLimit) }
        guard let text = String(validating: segment, as: UTF8.self) else { return .notUTF8 }
        if !UnicodeForm.isCanonical(text) { return .notCanonical }
        if text.unicodeScalars.contains(where: Self.isControl) { return .controlCharacter }
        if text.utf8.contains(UInt8(ascii: "\\")) { return .backslash }
        if first == UInt8(ascii: ".") || first == UInt8(ascii: "-") { return .leadingCharacter(String(Character(Unicode.Scalar(first)))) }
        if first == UInt8(ascii: "_") && !mayBeginWithUnderscore { return .leadingCharacter("_") }
        return Self.endsLikeGit(text) ? .reservedEnding : nil
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate: true
        case .format: scalar != "\u{200C}" && scalar != "\u{200D}"
        default: false
        }
    }

    /// `.git` as file systems read it: without regard to case, to characters that HFS+ ignores, and to NTFS's
    /// trailing dots, spaces, streams and short names.
    private static func endsLikeGit(_ text: String) -> Bool {
        let plain = text.unicodeScalars.filter { $0.properties.generalCategory != .format }
        let folded = String(String.UnicodeScalarView(plain)).lowercased()
        if folded.hasSuffix(" ") || folded.hasSuffix(".") { return true }
        let stem = folded.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).first.map(String.init) ?? folded
        return stem.hasSuffix(".git") || stem.hasPrefix("git~")
    }
}
