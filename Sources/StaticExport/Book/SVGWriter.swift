/// Writes a drawing anew: what `SVGVocabulary` knows, where it may stand, and references to parts that are there.
struct SVGWriter {
    private enum Open {
        case written(name: String, content: SVGVocabulary.Content, part: String?)
        case transparent(content: SVGVocabulary.Content)
        case passed
    }

    /// The drawing so far.
    private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".utf8)
    /// The elements that have names.
    private(set) var names: [String: String] = [:]
    /// Names of parts that use others: whoever used such parts could draw without end.
    private(set) var users: Set<String> = []
    private let parts: [String: String]?
    private let barred: Set<String>
    private var open: [Open] = []
    private var sheet: [UInt8] = []

    private static let depthLimit = 200
    private static let space = " xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""

    /// - Parameters:
    ///   - parts: the elements that have names; nil where they are to be found out, and every reference counts.
    ///   - barred: those that may not be used.
    init(parts: [String: String]?, barred: Set<String> = []) {
        self.parts = parts
        self.barred = barred
    }

    /// Reads a file; false where it is no drawing.
    mutating func read(_ file: [UInt8]) -> Bool {
        var reader = XMLReader(file)
        var hasRoot = false
        while let event = reader.next() {
            switch event {
            case .fault: return false
            case .text(let text):
                if open.isEmpty, text.contains(where: { $0 > 32 }) { return false }
                take(text: text)
            case .start(let written, let attributes, let isEmpty):
                let name = written.hasPrefix("svg:") ? String(written.dropFirst(4)) : written
                if open.isEmpty {
                    guard !hasRoot, name == "svg" else { return false }
                    hasRoot = true
                }
                guard open.count < Self.depthLimit else { return false }
                start(name, attributes)
                if isEmpty { end() }
            case .end:
                guard !open.isEmpty else { return false }
                end()
            }
        }
        return hasRoot && open.isEmpty
    }

    /// What may stand here; nil where everything is passed over.
    private var content: SVGVocabulary.Content? {
        switch open.last {
        case nil: .graphics
        case .passed: nil
        case .written(_, let content, _), .transparent(let content): content
        }
    }

    private mutating func start(_ name: String, _ attributes: [(name: String, value: [UInt8])]) {
        guard let content else { return open.append(.passed) }
        if SVGVocabulary.transparent.contains(name) { return open.append(.transparent(content: content)) }
        guard let element = SVGVocabulary.of(name), SVGVocabulary.holds(content, name) else { return open.append(.passed) }
        var kept: [(name: String, value: [UInt8])] = []
        var seen: Set<String> = []
        for (written, value) in attributes {
            let attribute = written == "href" ? "xlink:href" : written
            guard element.takes(attribute, String(decoding: value, as: UTF8.self)), isFit(attribute, value, of: name),
                seen.insert(attribute).inserted
            else { continue }
            kept.append((attribute, value))
        }
        guard element.required.isSubset(of: seen) else { return open.append(.passed) }
        if name == "style" {
            sheet = []
        } else {
            bytes.append(contentsOf: "<\(name)\(open.isEmpty ? Self.space : "")".utf8)
            for (attribute, value) in kept { write(attribute, value, of: name) }
            bytes.append(UInt8(ascii: ">"))
        }
        let part = kept.first { $0.name == "id" }.map { String(decoding: $0.value, as: UTF8.self) }
        open.append(.written(name: name, content: element.content, part: part))
        if name == "use" { for case .written(_, _, let part?) in open { users.insert(part) } }
    }

    private mutating func end() {
        guard case .written(let name, _, _) = open.removeLast() else { return }
        if name == "style" {
            guard SVGValue(bytes: sheet).isPlainSheet else { return }
            bytes.append(contentsOf: "<\(name) type=\"text/css\">".utf8)
            XMLText.append(sheet, to: &bytes)
        }
        bytes.append(contentsOf: "</\(name)>".utf8)
    }

    private mutating func take(text: [UInt8]) {
        guard case .written(let name, let content, _)? = open.last else {
            if case .transparent(.words)? = open.last { XMLText.append(text, to: &bytes) }
            return
        }
        if name == "style" {
            sheet.append(contentsOf: text)
        } else if content == .words || content == .text {
            XMLText.append(text, to: &bytes)
        }
    }

    private mutating func write(_ name: String, _ value: [UInt8], of element: String) {
        if name == "id" {
            let text = String(decoding: value, as: UTF8.self)
            guard names[text] == nil else { return }
            names[text] = element
        }
        bytes.append(contentsOf: " \(name)=\"".utf8)
        XMLText.append(value, to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    private func isFit(_ name: String, _ bytes: [UInt8], of element: String) -> Bool {
        let value = SVGValue(bytes: bytes)
        switch name {
        case "id": return value.isName
        case "style": return value.isPlainStyle
        case "xlink:href":
            if element == "image" { return value.isPictureData }
            let isPart = bytes.first == UInt8(ascii: "#") && SVGValue(bytes: Array(bytes.dropFirst())).isName
            return isPart && refers(to: String(decoding: bytes.dropFirst(), as: UTF8.self), from: element, name)
        default:
            guard value.isLocal else { return false }
            return value.reference.map { refers(to: $0, from: element, name) } ?? true
        }
    }

    /// Whether a reference leads to a part of the right kind.
    private func refers(to part: String, from element: String, _ attribute: String) -> Bool {
        guard let parts else { return true }
        guard let target = parts[part] else { return false }
        let paints = ["linearGradient", "radialGradient", "pattern"]
        switch attribute {
        case "fill", "stroke": return paints.contains(target)
        case "clip-path": return target == "clipPath"
        case "xlink:href" where element == "use":
            return !barred.contains(part) && !(paints + ["clipPath", "stop", "mask", "marker"]).contains(target)
        case "xlink:href" where element == "textPath": return target == "path"
        case "xlink:href": return paints.contains(target)
        default: return true
        }
    }
}
