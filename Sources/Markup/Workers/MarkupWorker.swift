import CCommonMark
import Glibc

/// The worker's side of the pool: the main loop of the hidden subcommand `render-worker`.
package enum MarkupWorker {
    /// Limits this process, then renders page after page from standard input until it closes.
    package static func run() -> Never {
        let limits = WorkerLimits(environmentValue: getenv(WorkerLimits.variable).map { String(cString: $0) })
        signal(SIGPIPE, SIG_IGN)
        limitThisProcess(limits)
        closefrom(3)
        let memory = ResidentMemory()
        let channel = FrameSocket(owning: 0)
        do throws(FrameSocket.Failure) {
            try channel.send(WorkerAnswer(code: .ready, residentBytes: 0).bytes, before: Deadline(after: .seconds(10)))
            while true {
                let markdown = try channel.receive(atMost: limits.size, before: Deadline(after: .seconds(1 << 30)))
                // The pool's clock is the one that counts; this one is for a worker whose server is gone.
                alarm(UInt32(clamping: limits.seconds))
                let answer = answer(markdown, limits, memory)
                alarm(0)
                try channel.send(answer.bytes, before: Deadline(after: .seconds(limits.seconds)))
                // In a pause, so that nobody waits for it.
                if !channel.isReadable(within: .milliseconds(200)) { stemma_return_free_memory() }
            }
        } catch {
            exit(0)
        }
    }

    private static func answer(_ markdown: [UInt8], _ limits: WorkerLimits, _ memory: borrowing ResidentMemory) -> WorkerAnswer {
        do throws(MarkupError) {
            let encoded = try MarkdownParser(sizeLimit: limits.size, outputLimit: limits.output).document(markdown).encoded()
            return WorkerAnswer(code: .document, residentBytes: memory.bytes, payload: encoded)
        } catch {
            return WorkerAnswer(error, residentBytes: memory.bytes)
        }
    }

    private static func limitThisProcess(_ limits: WorkerLimits) {
        // A crash must lose one page, quickly, and leave nothing on the disk.
        limit(__rlimit_resource_t(RLIMIT_CORE.rawValue), 0)
        limit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), 0)
        limit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), 16)
        limit(__rlimit_resource_t(RLIMIT_AS.rawValue), ResidentMemory.mappedBytes + limits.memory)
        // Pages that are ready go before pages to be made.
        _ = nice(5)
    }

    private static func limit(_ resource: __rlimit_resource_t, _ value: Int) {
        var bound = rlimit(rlim_cur: rlim_t(clamping: value), rlim_max: rlim_t(clamping: value))
        setrlimit(resource, &bound)
    }
}
