/// Elements of one sequence that are found again in another, one after another.
struct MatchedRun: Equatable {
    var old: Int
    var new: Int
    var count: Int
}
