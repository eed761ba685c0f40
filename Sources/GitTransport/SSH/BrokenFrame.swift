/// Bytes that are no frame.
struct BrokenFrame: Error, Hashable {}
