/// A stretch of a three-way merge.
package enum MergeRegion: Sendable, Hashable {
    /// Text that is decided.
    case settled([UInt8])
    /// Text that a person must decide: what both began with, what stands now, what was wanted.
    case conflict(base: [UInt8], current: [UInt8], yours: [UInt8])
}
