/// A wiki of one page and many large attachments that nothing makes smaller.
enum HeavyWiki {
    /// In MiB, each.
    private static let attachmentSize = 4

    /// Makes the repository.
    static func make(_ bench: Bench, mebibytes: Int) throws -> String {
        let history = try FastImport(bench.folder.newPath("heavy.stream"))
        var numbers = SeededNumbers(4)
        try history.commit([(path: "Home.md", text: "# Home\n\nThis wiki is heavy.\n")], message: "Begin")
        for number in 0..<mebibytes / attachmentSize {
            let bytes = noise(attachmentSize << 20, &numbers)
            try history.commit([(path: "Attachments/Noise-\(number).bin", bytes: bytes)], message: "Attach noise \(number)")
        }
        let repository = bench.folder.newPath("heavy.git")
        try history.makeRepository(repository, in: bench.folder)
        return repository
    }

    private static func noise(_ count: Int, _ numbers: inout SeededNumbers) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            let words = UnsafeMutableRawBufferPointer(buffer)
            for offset in stride(from: 0, to: count, by: 8) {
                words.storeBytes(of: numbers.next(), toByteOffset: offset, as: UInt64.self)
            }
            initialized = count
        }
    }
}
