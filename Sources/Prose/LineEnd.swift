/// How the lines of a text end.
package enum LineEnd: Sendable, Equatable, CaseIterable {
    case lf
    case crlf

    /// Its bytes.
    package var bytes: [UInt8] {
        switch self {
        case .lf: [0x0A]
        case .crlf: [0x0D, 0x0A]
        }
    }
}
