import Synchronization

/// The pool of worker processes in which Markdown, HTML and YAML from people are parsed and sanitised.
///
/// Each worker is a process of our own binary with limits on itself, fed over a socket by one thread of this process. A page that
/// takes too long or ends its worker costs that page alone; the worker is replaced when the next page comes.
///
/// Processes are spawned with `posix_spawn` and served by a plain thread each, not through swift-subprocess: a worker outlives any one
/// `async` scope, its replacement must not wait for a scope to unwind, and a blocking thread answers a page in one write and one `poll`
/// instead of several hops between an event loop and the cooperative pool, which none of its blocking may ever enter. Workers close
/// every descriptor but the standard ones, and no zombie remains, because one value owns the process and reaps it.
package final class MarkupPool: Sendable {
    private let line: JobLine

    /// Starts nothing yet: workers start with the first pages.
    package init(configuration: MarkupPoolConfiguration) {
        line = JobLine(configuration: configuration)
    }

    deinit {
        line.close()
    }

    /// Renders a page. Waits for a free worker; callers bound how many pages they ask for at a time.
    package func document(_ markdown: [UInt8], priority: RenderPriority = .page) async throws(MarkupError) -> Document {
        guard markdown.count <= line.configuration.sizeLimit else { throw .tooLarge }
        let result: Result<Document, MarkupError> = await withCheckedContinuation { continuation in
            line.append(RenderJob(markdown: markdown, priority: priority, continuation: continuation))
        }
        return try result.get()
    }

    /// Finishes the pages being rendered, refuses those that wait, ends all workers and returns when every process has been reaped.
    package func shutdown() async {
        await withCheckedContinuation { line.close(whenDone: $0) }
    }
}
