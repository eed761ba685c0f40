import FoundationEssentials
import Glibc

/// A run as JSON, for comparing it with another.
struct ResultFile: Encodable {
    struct Part: Encodable {
        let name: String
        let figures: [Entry]
        let notes: [String]
        /// Why it could not be measured.
        var failure: String?
    }

    struct Entry: Encodable {
        let name: String
        let unit: Unit
        let median: Double
        let p99: Double?
        let samples: Int
        let reference: String?
        let referenceValue: Double?
        let ratio: Double?
        let aims: [String: Bool]
    }

    let time: String
    let corpus: String?
    let isQuick: Bool
    let machine: Machine
    var parts: [Part] = []

    /// Writes it into a folder, under the time of the run.
    func write(to folder: String) throws -> String {
        mkdir(folder, 0o755)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let path = "\(folder)/\(time.map { $0 == ":" ? "-" : String($0) }.joined()).json"
        try File.write(Array(try encoder.encode(self)) + [UInt8(ascii: "\n")], to: path)
        return path
    }

    /// The time now, in UTC.
    static var now: String {
        var seconds = Glibc.time(nil)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        var text = [CChar](repeating: 0, count: 32)
        let length = strftime(&text, text.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
        return String(decoding: text[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

extension ResultFile.Part {
    init(name: String, findings: Findings) {
        self.init(name: name, figures: findings.figures.map(ResultFile.Entry.init), notes: findings.notes)
    }
}

extension ResultFile.Entry {
    init(_ figure: Figure) {
        let aims = figure.aims.compactMap { aim in aim.isMet(by: figure).map { (aim.text(unit: figure.unit), $0) } }
        self.init(
            name: figure.name, unit: figure.unit, median: figure.value, p99: figure.p99, samples: figure.count,
            reference: figure.reference?.name, referenceValue: figure.reference?.value, ratio: figure.ratio,
            aims: Dictionary(aims) { first, _ in first })
    }
}
