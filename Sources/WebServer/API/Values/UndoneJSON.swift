import Git
import WikiCore

/// What came of taking many edits back, as JSON.
struct UndoneJSON {
    let value: JSONValue

    /// - Parameter next: where more edits of the same contributor begin.
    init(_ outcome: BulkUndo.Outcome, next: Int64?) {
        let undone = outcome.undone.map { done -> JSONValue in
            ["commit": .string(done.commit.id.hex), "revision": .string(done.revision.hex)]
        }
        let left = outcome.left.map { left -> JSONValue in
            ["commit": .string(left.commit.id.hex), "reason": .string(left.reason)]
        }
        value = [
            "undone": .array(undone), "idle": .array(outcome.idle.map { .string($0.id.hex) }), "left": .array(left),
            "next": .next(next.map { .place($0) }),
        ]
    }
}
