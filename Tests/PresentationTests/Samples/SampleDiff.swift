import Prose

/// Two texts between which everything happened that a difference can tell.
enum SampleDiff {
    private static let quiet = (1...6).map { "Quiet paragraph \($0) of many." }.joined(separator: "\n\n")
    private static let long = (1...400).map { "Paragraph \($0) stays as it was, and takes a whole line to say so." }.joined(
        separator: "\n\n")
    private static let moving = "This paragraph is about to move, and is long enough to be found again."

    private static let wandering = "This sentence leaves its paragraph for another one."

    private static func sentences(_ word: String) -> String {
        (1...20).map { "Sentence \($0) \($0 == 10 ? word : "stands") here for good." }.joined(separator: " ")
    }

    static let old = Array(
        """
        ---
        title: Mutex
        ---
        ## Channels

        \(moving)

        A common mistake is to overuse channels and goroutines just because it is <b>fun</b>. \(wandering)

        \(sentences("stood"))

        \(quiet)

        First half of a thought. Second half of it, which is to stand on its own before long.

        A paragraph that gets company, and stays what it is.

        \(long)

        ```go
        a := 1
        ```

        - [ ] Write it down

        Channels are the answer to everything.

        """.utf8)

    static let new = Array(
        """
        ---
        title: Mutex or channel?
        ---
        ### Channels

        A frequent mistake is to overuse channels and goroutines just because it is <b>possible</b>.

        \(sentences("stands"))

        \(quiet)

        First half of a thought.

        Second half of it, which is to stand on its own before long.

        A paragraph that gets company, and stays what it is. \(wandering)

        \(long)

        ```go
        a := 2
        ```

        - [x] Write it down

        \(moving) Now.

        Do not be afraid of a mutex: https://example.org/a/very/long/path/that/has/no/place/to/break/and/goes/on/and/on/for/ever
        <script>alert("x")</script>
        """.utf8)

    static let diff = ProseDiff(old: old, new: new)
}
