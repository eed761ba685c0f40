package import Git

/// Files that a page can show in place, told by the endings of their names.
package enum ShownFile {
    private static let pictures: Set<String> = ["png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "bmp", "ico"]
    private static let recordings: Set<String> = [
        "mp3", "ogg", "oga", "opus", "wav", "flac", "m4a", "weba", "mp4", "m4v", "webm", "ogv",
    ]

    /// True for a picture.
    package static func isPicture(_ path: GitPath) -> Bool { pictures.contains(ending(of: path)) }

    /// True for a picture, sound or film.
    package static func contains(_ path: GitPath) -> Bool {
        let ending = ending(of: path)
        return pictures.contains(ending) || recordings.contains(ending)
    }

    private static func ending(of path: GitPath) -> String {
        guard let dot = path.name.lastIndex(of: UInt8(ascii: ".")) else { return "" }
        return String(decoding: path.name[(dot + 1)...], as: UTF8.self).lowercased()
    }
}
