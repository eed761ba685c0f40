/// What a figure counts.
enum Unit: String, Encodable {
    case milliseconds = "ms"
    case seconds = "s"
    case perSecond = "/s"
    case mebibytes = "MiB"

    /// The value with three figures that say something, and its unit.
    func text(_ value: Double) -> String {
        "\(Digits.text(value)) \(rawValue)"
    }
}
