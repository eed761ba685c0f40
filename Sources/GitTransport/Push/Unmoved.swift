/// Git moved nothing although the push was let in.
struct Unmoved: Error, Hashable {}
