/// A file of a theme, kept in memory.
package struct ThemeAsset: Sendable, Hashable {
    /// The bytes as they are served.
    package let bytes: [UInt8]
    /// `text/css; charset=utf-8` and the like.
    package let mediaType: String
    /// The hash of the content that its address carries.
    package let hash: String

    init(name: String, bytes: [UInt8]) {
        self.bytes = bytes
        mediaType = Self.mediaType(of: name)
        hash = ContentHash(bytes).short
    }

    private static func mediaType(of name: String) -> String {
        let ending = name.split(separator: ".").last.map { String($0).lowercased() } ?? ""
        return mediaTypes[ending] ?? "application/octet-stream"
    }

    private static let mediaTypes: [String: String] = [
        "css": "text/css; charset=utf-8",
        "js": "text/javascript; charset=utf-8",
        "mjs": "text/javascript; charset=utf-8",
        "json": "application/json",
        "svg": "image/svg+xml",
        "png": "image/png",
        "jpg": "image/jpeg",
        "webp": "image/webp",
        "ico": "image/x-icon",
        "woff2": "font/woff2",
        "woff": "font/woff",
        "ttf": "font/ttf",
        "txt": "text/plain; charset=utf-8",
    ]
}
