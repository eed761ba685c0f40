/// Which of two articles something stands in.
enum RenderedSide: Sendable {
    case old
    case new
}
