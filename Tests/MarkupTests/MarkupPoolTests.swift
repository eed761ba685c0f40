import Glibc
import Markup
import Testing

@Suite(.serialized) struct MarkupPoolTests {
    private let benign = Array("# T\n\n[[A]] **b**".utf8)
    private let slow = Array((String(repeating: "*a ", count: 200_000) + String(repeating: "_a*_ ", count: 200_000)).utf8)

    @Test func aWorkerGivesWhatTheParserGives() async throws {
        let pool = try WorkerExecutable.pool()
        #expect(try await pool.document(benign) == MarkdownParser().document(benign))
        #expect(try await pool.document([]) == MarkdownParser().document([]))
        await pool.shutdown()
    }

    @Test func refusals() async throws {
        let pool = try WorkerExecutable.pool(timeLimit: .seconds(60), outputLimit: 10_000)
        await #expect(throws: MarkupError.notUTF8) { try await pool.document([0x61, 0xFF]) }
        await #expect(throws: MarkupError.tooLarge) {
            try await pool.document([UInt8](repeating: 0x61, count: MarkdownParser.usualSizeLimit + 1))
        }
        let wordy = Array(String(repeating: "word\n\n", count: 4000).utf8)
        await #expect(throws: MarkupError.outputTooLarge) { try await pool.document(wordy) }
        #expect(try await pool.document(benign).title == "T")
        await pool.shutdown()
    }

    @Test func theBoundOnPagesIsTheConfiguredOne() async throws {
        let size = MarkdownParser.usualSizeLimit + 10
        let pool = try WorkerExecutable.pool(timeLimit: .seconds(60), sizeLimit: size)
        let document = try await pool.document([UInt8](repeating: 0x61, count: size))
        #expect(!document.isSource && document.plainText.utf8.count >= size)
        await #expect(throws: MarkupError.tooLarge) { try await pool.document([UInt8](repeating: 0x61, count: size + 1)) }
        await pool.shutdown()
    }

    @Test func aSlowPageCostsOnlyItself() async throws {
        let pool = try WorkerExecutable.pool(workers: 2, timeLimit: .milliseconds(300))
        let stuck = Task { [slow] in try await pool.document(slow, priority: .bulk) }
        for _ in 0..<20 { #expect(try await pool.document(benign).title == "T") }
        await #expect(throws: MarkupError.timedOut) { try await stuck.value }
        #expect(try await pool.document(benign, priority: .bulk).title == "T")
        await pool.shutdown()
    }

    @Test func aKilledWorkerIsReplaced() async throws {
        let memoryLimit = (256 << 20) + 4096
        let pool = try WorkerExecutable.pool(memoryLimit: memoryLimit)
        _ = try await pool.document(benign)
        let workers = Processes.workers(memoryLimit: memoryLimit)
        #expect(workers.count == 1)
        for worker in workers { kill(worker, SIGKILL) }
        // The death of an idle worker is seen before the next page is handed over, or costs that page.
        for _ in 0..<2 { _ = try? await pool.document(benign) }
        #expect(try await pool.document(benign).title == "T")
        await pool.shutdown()
    }

    @Test func aWorkerIsLimited() async throws {
        let memoryLimit = (256 << 20) + 16384
        let pool = try WorkerExecutable.pool(memoryLimit: memoryLimit)
        _ = try await pool.document(benign)
        let worker = try #require(Processes.workers(memoryLimit: memoryLimit).first)
        let limits = String(decoding: File.bytes("/proc/\(worker)/limits") ?? [], as: UTF8.self)
        let values = limits.split(separator: "\n").reduce(into: [String: Substring]()) { table, line in
            table[String(line.prefix(26)).split(separator: " ").joined(separator: " ")] = line.dropFirst(26).split(separator: " ").first
        }
        #expect((values["Max file size"], values["Max core file size"], values["Max open files"]) == ("0", "0", "16"))
        #expect(values["Max address space"].flatMap { Int($0) }.map { $0 > memoryLimit } == true)
        let descriptors = File.output(of: "ls /proc/\(worker)/fd") ?? []
        #expect(descriptors.split(separator: 10).count <= 4)
        await pool.shutdown()
    }

    @Test func shutdownLeavesNoProcess() async throws {
        let memoryLimit = (256 << 20) + 8192
        let pool = try WorkerExecutable.pool(workers: 3, memoryLimit: memoryLimit)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<30 { group.addTask { _ = try await pool.document(benign) } }
            try await group.waitForAll()
        }
        #expect((1...3).contains(Processes.workers(memoryLimit: memoryLimit).count))
        await pool.shutdown()
        #expect(Processes.workers(memoryLimit: memoryLimit).isEmpty)
        await #expect(throws: MarkupError.workerUnavailable("the pool is shut down")) { try await pool.document(benign) }
        await pool.shutdown()
    }

    @Test func aProgramThatIsNoWorker() async throws {
        for path in ["/bin/true", "/nonexistent/program"] {
            let pool = MarkupPool(configuration: MarkupPoolConfiguration(executable: path, arguments: []))
            do throws(MarkupError) {
                _ = try await pool.document(benign)
                Issue.record("\(path) rendered a page")
            } catch {
                #expect(!error.isLasting)
            }
            await pool.shutdown()
        }
    }

    @Test func manyAtOnce() async throws {
        let pool = try WorkerExecutable.pool(workers: 2, timeLimit: .seconds(30))
        let titles = await withTaskGroup(of: String?.self) { group in
            for index in 0..<100 {
                let priority: RenderPriority = [.page, .preview, .bulk][index % 3]
                group.addTask { try? await pool.document(Array("# T\(index)".utf8), priority: priority).title }
            }
            return await group.reduce(into: Set<String>()) { if let title = $1 { $0.insert(title) } }
        }
        #expect(titles.count == 100)
        await pool.shutdown()
    }
}
