import Yams

/// The text of an access file on its way to the parser. What makes a parser's work grow beyond the text is refused first: its
/// length is bounded, and there are no anchors, so that nothing can be repeated by name.
struct AccessText {
    /// The most bytes.
    static let limit = 64 << 10
    static let tooLong = AccessRulesError("the file is longer than \(limit >> 10) KiB")

    private let text: String

    init(_ bytes: [UInt8]) throws(AccessRulesError) {
        guard bytes.count <= Self.limit else { throw Self.tooLong }
        if let index = bytes.indices.first(where: { Self.isControl(bytes[$0]) }) {
            throw AccessRulesError(line: Self.line(of: index, in: bytes), "there is a control character")
        }
        if let index = bytes.indices.first(where: { Self.beginsAnchor(bytes, at: $0) }) {
            throw AccessRulesError(
                line: Self.line(of: index, in: bytes), "a word that begins with & would be an anchor, and these are not taken")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw AccessRulesError("the file is not UTF-8") }
        self.text = text
    }

    /// The file as a tree whose scalars are as they were written; nil where there is nothing in it.
    func parsed() throws(AccessRulesError) -> Node? {
        do {
            return try compose(yaml: text, .basic)
        } catch YamlError.composer(_, "found undefined alias", let mark, _) {
            throw Self.starred(mark)
        } catch YamlError.scanner(let context?, _, let mark, _) where context.text == "while scanning an alias" {
            throw Self.starred(mark)
        } catch YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _)
        {
            throw AccessRulesError(line: mark.line, "this is not YAML (\(problem))")
        } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
            throw AccessRulesError(line: context.mark.line, "“\(keys.first ?? "")” is there twice")
        } catch {
            throw AccessRulesError("this is not YAML")
        }
    }

    private static func starred(_ mark: Mark) -> AccessRulesError {
        AccessRulesError(line: mark.line, "a text that begins with * stands in quotes, such as \"**/Draft.md\"")
    }

    private static func isControl(_ byte: UInt8) -> Bool { byte == 127 || (byte < 32 && ![9, 10, 13].contains(byte)) }

    /// True also for some places where YAML would see none, such as within quotes: better one text too many is refused.
    private static func beginsAnchor(_ bytes: [UInt8], at index: Int) -> Bool {
        guard bytes[index] == UInt8(ascii: "&"), index + 1 < bytes.count else { return false }
        let isNamed = isWord(bytes[index + 1]) || "-_".utf8.contains(bytes[index + 1])
        return isNamed && (index == 0 || !isWord(bytes[index - 1]))
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: false
        }
    }

    private static func line(of index: Int, in bytes: [UInt8]) -> Int { 1 + bytes[..<index].count { $0 == 10 } }
}
