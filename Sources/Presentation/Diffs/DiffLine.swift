/// A line of a difference, as plain values; numbers count from 1.
package enum DiffLine: Sendable {
    case same(old: Int, new: Int, text: [UInt8])
    case removed(old: Int, [MarkedText])
    case added(new: Int, [MarkedText])
    case changed(old: Int, [MarkedText], new: Int, [MarkedText])
}
