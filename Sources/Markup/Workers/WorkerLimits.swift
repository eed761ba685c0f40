/// What a worker is told about its bounds, in its environment, so that it can set them before it reads a byte.
struct WorkerLimits: Equatable {
    static let variable = "MARKUP_WORKER_LIMITS"

    /// Address space above what is mapped at the start, in bytes.
    var memory: Int
    /// Markdown of one page, in bytes.
    var size: Int
    /// HTML of one page, in bytes.
    var output: Int
    /// Seconds for one page after which the worker ends itself, should nobody else be left to do it.
    var seconds: Int

    init(_ configuration: MarkupPoolConfiguration) {
        memory = configuration.memoryLimit
        size = configuration.sizeLimit
        output = configuration.outputLimit
        seconds = Int(configuration.timeLimit.components.seconds) * 4 + 10
    }

    /// Where nothing was said, the limits of the default configuration.
    init(environmentValue: String?) {
        self.init(MarkupPoolConfiguration(executable: ""))
        let numbers = (environmentValue ?? "").split(separator: ":").compactMap { Int($0) }
        guard numbers.count == 4 else { return }
        (memory, size, output, seconds) = (numbers[0], numbers[1], numbers[2], numbers[3])
    }

    var environmentValue: String { "\(memory):\(size):\(output):\(seconds)" }
}
