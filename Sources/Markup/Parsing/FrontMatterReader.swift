import Yams

/// Reads the keys that mean something from a YAML block. It is as hostile as the rest of a page: size, depth and references are bounded first.
enum FrontMatterReader {
    private static let sizeLimit = 64 << 10
    private static let depthLimit = 24
    private static let referenceLimit = 16
    /// The longest value, in characters of UTF-8, and the most members of a list.
    private static let valueLimit = 2000
    private static let listLimit = 200
    private static let numberLimit = 30

    /// The front matter of a page. Broken YAML is a `problem`, never an error.
    static func read(_ block: FrontMatterBlock, of markdown: [UInt8]) -> FrontMatter {
        var result = FrontMatter()
        result.format = block.format
        result.byteCount = block.format == .none ? 0 : block.end
        guard block.format != .none else { return result }
        let content = markdown[block.content]
        if block.format == .yaml { read(content, into: &result) }
        // Whoever wrote it meant it, whether or not the rest can be read.
        if block.format == .toml || result.problem != nil { result.isDraft = DraftMark.stands(in: content) }
        return result
    }

    private static func read(_ yaml: ArraySlice<UInt8>, into result: inout FrontMatter) {
        guard !yaml.trimmingBlanks.isEmpty else { return }
        guard yaml.count <= sizeLimit else {
            result.problem = .tooLarge
            return
        }
        guard !isTooComplex(yaml) else {
            result.problem = .tooComplex
            return
        }
        do {
            guard let node = try Yams.compose(yaml: String(decoding: yaml, as: UTF8.self)) else { return }
            if let mapping = node.mapping {
                read(mapping, into: &result)
            } else if !isOnlyText(node) {
                result.problem = .notKeys
            }
        } catch {
            result.problem = .notYAML(line: line(of: error))
        }
    }

    private static func read(_ mapping: Node.Mapping, into result: inout FrontMatter) {
        for (key, value) in mapping {
            switch key.scalar?.string.lowercased() {
            case "title": result.title = text(value)
            case "description", "summary": result.description = text(value) ?? result.description
            case "tags", "keywords": result.tags = unique(result.tags + list(value))
            case "aliases", "alias": result.aliases = unique(result.aliases + list(value))
            case "lang", "language": result.language = text(value).flatMap(languageTag)
            case "redirect", "redirect_to": result.redirect = text(value)
            case "license", "licence": result.license = text(value)
            case "draft": result.isDraft = result.isDraft || value.scalar.map { DraftMark.isTrue($0.string.utf8) } ?? true
            case "order", "weight": result.order = number(value) ?? result.order
            case "nav": result.navigation = NavigationReader(value, folder: result.navigation?.folder).list
            case "docs_dir": result.navigation = NavigationList(folder: text(value), lines: result.navigation?.lines ?? [])
            case "book": result.book = book(value)
            default: break
            }
        }
    }

    private static func isOnlyText(_ node: Node) -> Bool {
        node.scalar.map { $0.string.isEmpty } ?? false
    }

    /// A decimal number, also between quotation marks. What else YAML takes for one, such as `.inf` or `0x10`, is none here.
    private static func number(_ node: Node) -> Double? {
        guard let word = text(node), word.utf8.count <= numberLimit, word.utf8.allSatisfy({ "0123456789+-.".utf8.contains($0) })
        else { return nil }
        return Double(word)
    }

    static func text(_ node: Node) -> String? {
        guard let scalar = node.scalar, node.null == nil else { return nil }
        let words = String(decoding: Array(scalar.string.utf8).trimmingBlanks, as: UTF8.self)
        return words.isEmpty || words.utf8.count > valueLimit ? nil : words
    }

    /// A list, or one value with commas.
    static func list(_ node: Node) -> [String] {
        if let sequence = node.sequence { return sequence.prefix(listLimit).compactMap(text) }
        guard let line = text(node) else { return [] }
        return line.split(separator: ",").prefix(listLimit)
            .map { String(decoding: Array($0.utf8).trimmingBlanks, as: UTF8.self) }.filter { !$0.isEmpty }
    }

    static func unique(_ values: [String]) -> [String] {
        var seen: Set<[UInt8]> = []
        return values.filter { seen.insert(Array($0.utf8)).inserted }
    }

    /// The form of BCP 47: parts of up to eight letters and digits, the first two to eight letters.
    static func languageTag(_ text: String) -> String? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard text.utf8.count <= 35, let first = parts.first, (2...8).contains(first.utf8.count) else { return nil }
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        guard first.utf8.allSatisfy({ letters.contains($0 | 0x20) }) else { return nil }
        let isTag = parts.dropFirst().allSatisfy { part in
            (1...8).contains(part.utf8.count)
                && part.utf8.allSatisfy { letters.contains($0 | 0x20) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        }
        return isTag ? text : nil
    }

    /// Counts what can make a parser recurse or a reference multiply, wherever it stands.
    private static func isTooComplex(_ yaml: ArraySlice<UInt8>) -> Bool {
        var depth = 0
        var lineDepth = 0
        var references = 0
        var previous: UInt8 = 10
        for byte in yaml {
            switch byte {
            case 10: lineDepth = 0
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
            case 32, 9:
                if previous == UInt8(ascii: "-") || previous == UInt8(ascii: "?") || previous == UInt8(ascii: ":") { lineDepth += 1 }
            default:
                let startsValue = [9, 10, 32, 44, 91, 123].contains(previous)
                if startsValue, byte == UInt8(ascii: "*") || byte == UInt8(ascii: "&") { references += 1 }
            }
            if depth > depthLimit || lineDepth > depthLimit || references > referenceLimit { return true }
            previous = byte
        }
        return false
    }

    /// The block's first line is the file's second.
    private static func line(of error: any Error) -> Int {
        switch error as? YamlError {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line + 1
        case .duplicatedKeysInMapping(_, let context): context.mark.line + 1
        default: 0
        }
    }
}
