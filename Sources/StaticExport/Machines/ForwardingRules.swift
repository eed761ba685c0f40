/// The forwardings of a site as hosts of static sites read them: a file `_redirects` with a rule on each line, answered with status
/// 301. Pages that send readers on stand at the same addresses, so what is left out here still leads on. Linear.
package struct ForwardingRules: Sendable {
    /// `_redirects`.
    package let file: ExportFile
    /// How many forwardings have no rule: those over the limit, and those that the format cannot hold.
    package let leftOut: Int

    /// The most rules without patterns that all common hosts take.
    package static let ruleLimit = 2000
    /// The most bytes in a rule.
    private static let lineLimit = 1000

    /// - Parameters:
    ///   - forwardings: the most important first; of several from one address the first counts.
    ///   - limit: the most rules.
    package init(_ forwardings: [Forwarding], limit: Int = Self.ruleLimit) {
        var seen: Set<[UInt8]> = []
        var bytes: [UInt8] = []
        var count = 0
        for forwarding in forwardings where count < limit && Self.isRule(forwarding) {
            guard seen.insert(Array(forwarding.from.utf8)).inserted else { continue }
            bytes += "\(forwarding.from) \(forwarding.to) 301\n".utf8
            count += 1
        }
        file = ExportFile(path: "_redirects", bytes: bytes)
        leftOut = forwardings.count - count
    }

    /// `*` and `:` would make a pattern of an address.
    private static func isRule(_ forwarding: Forwarding) -> Bool {
        let (from, to) = (Array(forwarding.from.utf8), Array(forwarding.to.utf8))
        let isPlain = (from + to).allSatisfy { (0x21...0x7E).contains($0) }
        return isPlain && from != to && from.first == UInt8(ascii: "/") && !to.isEmpty && from.count + to.count + 6 <= lineLimit
            && !from.contains(UInt8(ascii: "*")) && !from.contains(UInt8(ascii: ":")) && !from.contains(UInt8(ascii: "#"))
    }
}
