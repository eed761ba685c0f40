import HTTPTypes
package import Logging
import Metrics

/// One line and a few counters for each answered request, however it was answered. Neither cookies, nor queries, nor
/// anything out of a form, nor the secret of a link ever comes here.
package struct RequestLog: Sendable {
    /// What a line says.
    package struct Entry: Sendable {
        /// The method.
        package let method: String
        /// The path as it was sent, without its query.
        package let path: String
        /// The status of the answer.
        package let status: Int
        /// How many bytes its body had.
        package let bytes: Int
        /// From the request's head to the answer.
        package let duration: Duration
        /// The request's id.
        package let id: String
        /// Whether ``ReadyPageHandler`` answered.
        package let isReady: Bool
    }

    private let logger: Logger
    private let discreet: @Sendable (String) -> String
    private let counters: [Counter]
    private let readyCounter: Counter
    private let timer: Metrics.Timer

    /// A log that writes to `logger` at level `info`.
    /// - Parameter discreet: takes the secrets out of a path.
    package init(logger: Logger, discreet: @escaping @Sendable (String) -> String = { $0 }) {
        self.logger = logger
        self.discreet = discreet
        counters = (1...5).map { Counter(label: "stemma_http_responses", dimensions: [("class", "\($0)xx")]) }
        readyCounter = Counter(label: "stemma_http_ready_responses")
        timer = Metrics.Timer(label: "stemma_http_duration")
    }

    /// Writes the line and counts.
    package func record(_ entry: Entry) {
        counters[min(max(entry.status / 100, 1), 5) - 1].increment()
        if entry.isReady { readyCounter.increment() }
        let (seconds, attoseconds) = entry.duration.components
        timer.recordNanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
        guard logger.logLevel <= .info else { return }
        let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
        logger.info(
            "\(entry.method) \(Self.shortened(discreet(entry.path))) \(entry.status)",
            metadata: [
                "bytes": "\(entry.bytes)", "ms": "\(microseconds / 1000).\(Self.threeDigits(microseconds % 1000))",
                "id": "\(entry.id)",
            ])
    }

    /// At most 300 bytes, none of which can end the line.
    private static func shortened(_ path: String) -> String {
        let isClean = path.utf8.count <= 300 && path.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        if isClean { return path }
        return String(decoding: path.utf8.prefix(300).map { (0x21...0x7E).contains($0) ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
    }

    private static func threeDigits(_ number: Int64) -> String {
        let digits = "\(number)"
        return String(repeating: "0", count: 3 - digits.utf8.count) + digits
    }
}
