import Yams

/// The settings of a `stemma.yaml`.
///
/// Keys may be nested (`site:` and below it `url:`) or dotted (`site.url:`). Scalars are taken as they are
/// written, so `name: On` is a name and no truth value; an empty value is no value.
struct ConfigurationFile: Sendable, Equatable {
    /// The settings in the order of the file.
    let settings: [ConfigurationSetting]

    /// Reads a text; `name` is what errors call the file.
    init(_ text: String, name: String = "stemma.yaml") throws(ConfigurationError) {
        let root: Node?
        do {
            root = try compose(yaml: text)
        } catch {
            throw Self.refusal(of: error, text: text, name: name)
        }
        var reader = SettingsReader(fileName: name)
        switch root {
        case nil: break
        case .mapping(let mapping)?: try reader.read(mapping, prefix: "")
        case let scalar? where SettingsReader.isEmpty(scalar): break
        case let other?:
            throw ConfigurationError(origin: .file(name: name, line: other.mark?.line), problem: .notMapping)
        }
        settings = reader.settings
    }

    /// The parser's error in our words, with the line.
    private static func refusal(of error: any Error, text: String, name: String) -> ConfigurationError {
        switch error {
        case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _):
            return ConfigurationError(origin: .file(name: name, line: mark.line), problem: .notYAML(problem))
        case YamlError.duplicatedKeysInMapping(let keys, let context):
            let key = keys.first ?? ""
            let line = repetition(of: key, in: text, from: context.mark.line)
            return ConfigurationError(origin: .file(name: name, line: line), problem: .duplicateKey(key))
        case YamlError.reader(let problem, _, _, _):
            return ConfigurationError(origin: .file(name: name, line: nil), problem: .notYAML(problem))
        default:
            return ConfigurationError(origin: .file(name: name, line: nil), problem: .notYAML("\(error)"))
        }
    }

    /// The line on which a key stands for the second time, counted from the line where its mapping begins
    /// (which is all that the parser tells).
    private static func repetition(of key: String, in text: String, from first: Int) -> Int {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let places = lines.indices.dropFirst(max(first - 1, 0)).filter { index in
            let line = lines[index].drop { $0 == " " || $0 == "\"" || $0 == "'" }
            return line.hasPrefix(key) && line.dropFirst(key.count).contains(":")
        }
        return (places.dropFirst().first ?? places.first ?? first - 1) + 1
    }
}

/// Walks a YAML mapping into dotted settings.
private struct SettingsReader {
    let fileName: String
    var settings: [ConfigurationSetting] = []
    private var seen: Set<String> = []

    init(fileName: String) {
        self.fileName = fileName
    }

    mutating func read(_ mapping: Node.Mapping, prefix: String) throws(ConfigurationError) {
        for (key, value) in mapping {
            let name = prefix + (key.scalar?.string ?? "?")
            let origin = ConfigurationOrigin.file(name: fileName, line: (key.mark ?? value.mark)?.line)
            try read(value, name: name, origin: origin)
        }
    }

    private mutating func read(_ value: Node, name: String, origin: ConfigurationOrigin) throws(ConfigurationError) {
        switch value {
        case .mapping(let inner) where ConfigurationKey.named(name) == nil:
            try read(inner, prefix: name + ".")
        case _ where Self.isEmpty(value):
            // `server:` with every key below it commented out, or a key whose value was deleted.
            try check(name, isSection: ConfigurationKey.all.contains { $0.name.hasPrefix(name + ".") }, origin: origin)
        default:
            guard seen.insert(name).inserted else { throw ConfigurationError(origin: origin, problem: .duplicateKey(name)) }
            settings.append(ConfigurationSetting(name: name, input: Self.input(of: value), origin: origin))
        }
    }

    private func check(_ name: String, isSection: Bool, origin: ConfigurationOrigin) throws(ConfigurationError) {
        guard !isSection, ConfigurationKey.named(name) == nil else { return }
        throw ConfigurationError.unknown(name, origin: origin)
    }

    private static func input(of node: Node) -> ConfigurationInput {
        switch node {
        case .scalar(let scalar): return .text(scalar.string)
        case .sequence(let sequence):
            let items = sequence.compactMap(\.scalar?.string)
            return items.count == sequence.count ? .list(items) : .group
        default: return .group
        }
    }

    /// Whether a node is YAML's null.
    static func isEmpty(_ node: Node) -> Bool {
        guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }
}
