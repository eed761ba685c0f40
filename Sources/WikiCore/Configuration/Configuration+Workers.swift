extension Configuration {
    /// The processes that parse Markdown.
    package struct Workers: Sendable, Equatable {
        /// How many processes at most; they start when they are needed.
        package var count = 2
        /// How much of a processor's time one page may take before its worker is replaced and its source is shown.
        package var timeLimit = Duration.milliseconds(1500)
        /// The address space one worker may use, in bytes.
        package var memory = 512 << 20

        /// The defaults.
        package init() {}
    }
}
