/// How much lies in a folder and below it.
struct FolderSize {
    let files: Int
    /// Of those, the ones in HTML.
    let screens: Int
    let mebibytes: Double

    init(_ folder: String, in temporary: TemporaryFolder) throws {
        let lines = try Command("find", [folder, "-type", "f", "-printf", "%s %f\\n"], in: temporary).run().text.split(separator: "\n")
        files = lines.count
        screens = lines.count { $0.hasSuffix(".html") }
        mebibytes = Double(lines.compactMap { $0.split(separator: " ").first.flatMap { Int($0) } }.reduce(0, +)) / Double(1 << 20)
    }

    /// As people read it: `3,599 files of 58.0 MiB, 1,204 of them HTML`.
    var text: String {
        "\(Digits.grouped(files)) files of \(Unit.mebibytes.text(mebibytes)), \(Digits.grouped(screens)) of them HTML"
    }
}
