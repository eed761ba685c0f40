/// How workers are started and what they may use.
package struct MarkupPoolConfiguration: Sendable, Equatable {
    /// The program whose `arguments` start a worker: the running program in the product, the built one in tests.
    package var executable: String
    /// What makes the program run `MarkupWorker.run()`.
    package var arguments: [String]
    /// The most workers at a time; they start when they are needed.
    package var workers: Int
    /// Processor's time for one page, after which its worker is killed; on a busy machine up to four times as long by the wall's clock.
    package var timeLimit: Duration
    /// Bytes of address space above what the program has mapped at its start.
    package var memoryLimit: Int
    /// Bytes of Markdown that one page may have.
    package var sizeLimit: Int
    /// Bytes of HTML that one page may give.
    package var outputLimit: Int
    /// A worker that holds more than these bytes after a page is replaced.
    package var residentLimit: Int

    package init(
        executable: String, arguments: [String] = ["render-worker"], workers: Int = 2, timeLimit: Duration = .milliseconds(1500),
        memoryLimit: Int = 256 << 20, sizeLimit: Int = MarkdownParser.usualSizeLimit, outputLimit: Int? = nil,
        residentLimit: Int = 64 << 20
    ) {
        self.executable = executable
        self.arguments = arguments
        self.workers = max(1, workers)
        self.timeLimit = timeLimit
        self.memoryLimit = memoryLimit
        self.sizeLimit = sizeLimit
        self.outputLimit = outputLimit ?? MarkdownParser.outputLimit(for: sizeLimit)
        self.residentLimit = residentLimit
    }
}
