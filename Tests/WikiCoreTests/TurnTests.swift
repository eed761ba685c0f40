import Git
import Synchronization
import TestSupport
import Testing
import WikiCore

/// Turns among the edits, as pushes take them: while one runs nothing else moves the branch, and what it did is shown.
@Suite struct TurnTests {
    private struct Refused: Error {}

    /// A new page.
    private func new(_ name: String) -> Edit.Action { .save(path: GitPath(name), text: Array("text\n".utf8), base: nil) }

    /// Hands something in, and waits until it surely stands in line: there is nothing to be told so by.
    private func lineUp<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws -> Task<Value, any Error> {
        let task = Task { try await work() }
        try await Task.sleep(for: .milliseconds(40))
        return task
    }

    @Test func aTurnMovesTheBranchAndIsShown() async throws {
        let history = try History()
        let push = PlainPush(git: history.git)
        try await withWiki(history.data) { wiki in
            let first = try await wiki.edits.takeTurn { tip in
                #expect(tip == nil)
                return try push.commit("A.md", "# From git\n", onto: tip)
            }
            #expect(wiki.indexedTip == first && first != nil)
            #expect(try await wiki.page("A").title == "From git")
            // The turn gets the tip of now, also where plain git moved it.
            let moved = try history.commitToMain(["B.md": "b\n"])
            #expect(try await wiki.edits.takeTurn { $0 } == moved)
        }
        try await expectRebuildIsSame(history.data)
    }

    @Test func anErrorIsPassedOnAndWhatMovedIsShown() async throws {
        let history = try History()
        let push = PlainPush(git: history.git)
        try await withWiki(history.data) { wiki in
            await #expect(throws: Refused.self) {
                try await wiki.edits.takeTurn { tip in
                    _ = try push.commit("A.md", "a\n", onto: tip)
                    throw Refused()
                }
            }
            #expect(try wiki.indexedTip == history.main())
            _ = try await wiki.save("B", "b\n", base: nil).saved()
        }
    }

    @Test func firstComeFirstServed() async throws {
        let history = try History()
        try history.commitToMain(["Home.md": "h\n"])
        let push = PlainPush(git: history.git)
        let gate = Gate()
        try await withWiki(history.data) { wiki in
            let first = Task {
                try await wiki.edits.takeTurn { tip in
                    await gate.pass()
                    return try push.commit("A.md", "a\n", onto: tip, "turn 1")
                }
            }
            await gate.arrival()
            let one = try await lineUp { try await wiki.enqueue(new("B"), "edit 1") }
            let second = try await lineUp {
                try await wiki.edits.takeTurn { tip in try push.commit("C.md", "c\n", onto: tip, "turn 2") }
            }
            let two = try await lineUp { try await wiki.enqueue(new("D"), "edit 2") }
            #expect(try history.git("rev-list", "--count", "main") == "1")
            gate.open()
            let turns = try await [first.value, second.value]
            #expect(!turns.contains(nil))
            _ = try await (one.value.saved(), two.value.saved())
        }
        #expect(try history.git("log", "--reverse", "--format=%s", "main") == "Edit\nturn 1\nedit 1\nturn 2\nedit 2")
    }

    @Test func turnsRacingEdits() async throws {
        let history = try History()
        let base = try history.commitToMain(["Web.md": "# Web\n\nfirst\n\nlast\n"])
        let push = PlainPush(git: history.git)
        try await withWiki(history.data) { wiki in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<40 {
                    group.addTask {
                        _ = try await wiki.save("Web", "# Web\n\nfirst\nweb \(number).\n\nlast\n", base: base).saved()
                    }
                    guard number % 4 == 0 else { continue }
                    group.addTask {
                        let pushed = try await wiki.edits.takeTurn { tip in
                            // However long it takes, nobody else moves the branch.
                            try await Task.sleep(for: .milliseconds(number % 3 * 5))
                            return try push.commit("Git \(number).md", "git\n", onto: tip)
                        }
                        let page = try await wiki.page("Git \(number)")
                        #expect(pushed != nil && page.revisions == 1)
                    }
                }
                try await group.waitForAll()
            }
        }
        let text = try history.text("Web.md") ?? ""
        for number in 0..<40 { #expect(text.contains("web \(number).\n")) }
        #expect(try history.git("rev-list", "--count", "--first-parent", "main") == "51")
        #expect(try history.git("rev-list", "--merges", "main") == "")
        try history.git.check()
        try await expectRebuildIsSame(history.data)
    }

    @Test func whoIsCancelledLeavesTheLine() async throws {
        let history = try History()
        let gate = Gate()
        let hasRun = Flag()
        try await withWiki(history.data) { wiki in
            let running = Task { try await wiki.edits.takeTurn { _ in await gate.pass() } }
            await gate.arrival()
            let waiting = try await lineUp { try await wiki.edits.takeTurn { _ in hasRun.value.withLock { $0 = true } } }
            let edit = try await lineUp { try await wiki.enqueue(new("A")) }
            waiting.cancel()
            await #expect(throws: CancellationError.self) { try await waiting.value }
            gate.open()
            try await running.value
            _ = try await edit.value.saved()
            let late = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                try await wiki.edits.takeTurn { _ in hasRun.value.withLock { $0 = true } }
            }
            await #expect(throws: CancellationError.self) { try await late.value }
        }
        #expect(hasRun.value.withLock { !$0 })
    }

    @Test func aTurnThatRunsIsCancelledAndEndsWhenItReturns() async throws {
        let history = try History()
        let push = PlainPush(git: history.git)
        let (gate, cancelled) = (Gate(), Gate())
        try await withWiki(history.data) { wiki in
            let running = Task {
                try await wiki.edits.takeTurn { tip in
                    await withTaskCancellationHandler {
                        await gate.pass()
                    } onCancel: {
                        cancelled.open()
                    }
                    return try push.commit("A.md", "a\n", onto: tip)
                }
            }
            await gate.arrival()
            let edit = try await lineUp { try await wiki.enqueue(new("B")) }
            running.cancel()
            await cancelled.pass()
            #expect(try history.main() == nil)
            gate.open()
            #expect(try await running.value != nil)
            _ = try await edit.value.saved()
        }
        #expect(try history.git("rev-list", "--count", "main") == "2")
    }

    @Test func aTurnThatLastsTooLongIsCancelled() async throws {
        let history = try History()
        try await withWiki(history.data) { wiki in
            await #expect(throws: CancellationError.self) {
                try await wiki.edits.takeTurn(deadline: .milliseconds(50)) { _ in try await Task.sleep(for: .seconds(60)) }
            }
            _ = try await wiki.save("A", "a\n", base: nil).saved()
        }
    }

    @Test func whoWaitsTooLongHearsSo() async throws {
        let history = try History()
        let gate = Gate()
        try await withWiki(history.data) { wiki in
            let running = Task { try await wiki.edits.takeTurn(patience: .milliseconds(50)) { _ in await gate.pass() } }
            await gate.arrival()
            await #expect(throws: WikiError.busy) { try await wiki.edits.takeTurn(patience: .milliseconds(50)) { _ in } }
            gate.open()
            try await running.value
            try await wiki.edits.takeTurn { _ in }
        }
    }

    @Test func closingWaitsForTheTurnThatRuns() async throws {
        let history = try History()
        let push = PlainPush(git: history.git)
        let gate = Gate()
        let wiki = try openWiki(history.data)
        let running = Task {
            try await wiki.edits.takeTurn { tip in
                await gate.pass()
                return try push.commit("A.md", "a\n", onto: tip)
            }
        }
        await gate.arrival()
        let waiting = try await lineUp { try await wiki.edits.takeTurn { _ in } }
        let edit = try await lineUp { try await wiki.enqueue(new("B")) }
        let closing = try await lineUp { await wiki.edits.close() }
        await #expect(throws: WikiError.closing) { try await waiting.value }
        await #expect(throws: WikiError.closing) { try await wiki.edits.takeTurn { _ in } }
        #expect(try history.main() == nil)
        gate.open()
        try await closing.value
        #expect(try await running.value != nil)
        _ = try await edit.value.saved()
        await wiki.close()
        #expect(try history.git("rev-list", "--count", "main") == "2")
    }
}

/// Something that happened or did not.
private final class Flag: Sendable {
    let value = Mutex(false)
}
