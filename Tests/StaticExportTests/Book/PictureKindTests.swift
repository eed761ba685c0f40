import Testing

@testable import StaticExport

/// What a file is, its bytes say and not its name.
struct PictureKindTests {
    private static let png: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1]
        + [UInt8](repeating: 0, count: 40)
    private static let jpeg: [UInt8] =
        [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 11, 8, 0, 2, 0, 3] + [UInt8](repeating: 0, count: 10)

    @Test func pictures() {
        #expect(PictureKind(Self.png) == .png)
        #expect(PictureKind(Self.jpeg) == .jpeg)
        #expect(PictureKind(Array("GIF89a".utf8) + [1, 0, 1, 0, 0, 0, 0, 0]) == .gif)
        #expect(PictureKind(Array("\u{FEFF}\n <svg/>".utf8)) == .svg)
    }

    @Test func brokenHeadsAreNone() {
        for bytes in [Self.png, Self.jpeg] { for count in 0..<20 { #expect(PictureKind(Array(bytes[..<min(count, 14)])) == nil) } }
        var flat = Self.png
        flat[19] = 0
        #expect(PictureKind(flat) == nil, "no width")
        #expect(PictureKind(Array("RIFF0000WEBPVP8 ".utf8)) == nil)
        #expect(PictureKind(Array("plain text".utf8)) == nil)
        #expect(PictureKind([0xFF, 0xD8, 0xFF] + [UInt8](repeating: 0xFF, count: 100_000)) == nil)
    }
}
