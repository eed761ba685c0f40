/// How far a leaf has been written.
struct RunPlace {
    /// Its number, where that may change.
    var leaf = -1
    /// The next run.
    var run = 0
}
