/// Takes e-mail addresses out of a line that somebody wrote, and leaves the names: `Bob <bob@example.org>` becomes `Bob`, and an
/// address that stands alone what is before its `@`, as in names that are addresses.
///
/// An address is a name, `@`, and a domain that has a dot and ends in letters. So `pkg@v1.2.3`, `@mention` and decorators stay, and
/// so do what is only written alike: `user@host.org:path`, the user of a URL, and the names of files and units (`logo@2x.png`).
struct AddressFilter {
    private let line: [Unicode.Scalar]
    private let isTrailer: Bool
    private var position = 0
    private var output: [Unicode.Scalar] = []
    /// Where in the output a `<` stands that no blank or `>` followed yet.
    private var bracket: Int?
    /// True behind `://`, as long as the host of a URL goes on.
    private var isInAuthority = false

    /// The line without addresses. Linear.
    /// - Parameter isBody: it is not the first line of a message, and may be a trailer such as `Co-authored-by: Ann <ann@host>`, in
    ///   which everything with an `@` between angle brackets is an address.
    static func filtered(_ line: String, isBody: Bool = false) -> String {
        guard line.utf8.contains(UInt8(ascii: "@")) else { return line }
        var filter = AddressFilter(line: Array(line.unicodeScalars), isBody: isBody)
        filter.run()
        return String(String.UnicodeScalarView(filter.output))
    }

    private init(line: [Unicode.Scalar], isBody: Bool) {
        self.line = line
        isTrailer = isBody && Self.isTrailer(line)
        output.reserveCapacity(line.count)
    }

    /// `Some-Key:` at the beginning.
    private static func isTrailer(_ line: [Unicode.Scalar]) -> Bool {
        let key = line.prefix { $0.properties.isAlphabetic || $0 == "-" }
        return !key.isEmpty && key.endIndex < line.endIndex && line[key.endIndex] == ":"
    }

    private mutating func run() {
        while position < line.count {
            if line[position] == "@", takeAddress() { continue }
            note(line[position])
            output.append(line[position])
            position += 1
        }
    }

    /// Takes note of what a scalar means for those behind it.
    private mutating func note(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "<": (bracket, isInAuthority) = (output.count, false)
        case ">", " ", "\t": (bracket, isInAuthority) = (nil, false)
        case "/": isInAuthority = output.suffix(2).elementsEqual([":", "/"])
        case "?", "#", "\"", "'", "(", ")": isInAuthority = false
        default: break
        }
    }

    // MARK: Addresses

    /// Passes over the domain of an address whose `@` is here, and over the brackets around the whole; false where there is none.
    private mutating func takeAddress() -> Bool {
        guard !isInAuthority, isBehindName else { return false }
        let end: Int
        if let domain = MailDomain.end(in: line, from: position + 1), !isPlace(domain) {
            end = domain
        } else if isTrailer, let closing = closingBracket {
            end = closing
        } else {
            return false
        }
        position = end
        if let open = bracket, end < line.count, line[end] == ">" { takeBrackets(open) }
        return true
    }

    /// The longest name before an `@` (RFC 5321).
    private static let longestName = 64

    /// True where something stands before the `@` that an address may begin with: a letter or digit, with marks behind it at most.
    private var isBehindName: Bool {
        for scalar in output.suffix(Self.longestName).reversed() {
            if scalar.isNamePart { return true }
            guard [".", "_", "+", "-", "\""].contains(scalar) else { return false }
        }
        return false
    }

    /// True for `user@host.org:path`, which is a place on a machine.
    private func isPlace(_ end: Int) -> Bool {
        guard end + 1 < line.count, line[end] == ":" else { return false }
        return line[end + 1].isNamePart || ["/", "~", ".", "_", ":"].contains(line[end + 1])
    }

    /// The `>` that ends the word that stands here.
    private var closingBracket: Int? {
        guard bracket != nil else { return nil }
        let end = line[(position + 1)...].firstIndex { [">", "<", "@", " ", "\t"].contains($0) }
        return end.flatMap { line[$0] == ">" ? $0 : nil }
    }

    /// Takes `<name` away where it follows the person's name, else only the brackets.
    private mutating func takeBrackets(_ open: Int) {
        let before = output[..<open].lastIndex { $0 != " " && $0 != "\t" }
        if let before, output[before].endsName, !endsInPreposition(before) {
            output.removeSubrange((before + 1)...)
        } else {
            output.remove(at: open)
        }
        bracket = nil
        position += 1
    }

    /// After these an address in brackets stands for the person.
    private static let prepositions: Set<String> = ["an", "and", "by", "cc", "for", "from", "of", "or", "to", "und", "via", "von", "with"]

    private func endsInPreposition(_ end: Int) -> Bool {
        let word = output[...end].suffix(6).reversed().prefix { $0.isNamePart }.reversed()
        return word.count < 6 && Self.prepositions.contains(String(String.UnicodeScalarView(word)).lowercased())
    }
}

extension Unicode.Scalar {
    /// True for letters, digits and the marks on letters.
    fileprivate var isNamePart: Bool { MailDomain.isNamePart(self) }

    /// True for what a person's name may end with.
    fileprivate var endsName: Bool { isNamePart || [".", "'", "\"", ")", "]", "’", "”"].contains(self) }
}
