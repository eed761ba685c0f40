/// The type under which a stored file is served, chosen by its name alone: neither its bytes nor whoever put it there
/// have a say, and `nosniff` holds browsers to it. A file `x.png` that holds HTML is a broken picture, nothing else.
package struct MediaType: Sendable, Equatable {
    /// How a browser should treat the file.
    package enum Treatment: Sendable, Equatable {
        /// Shown in the browser.
        case inline
        /// Shown, but it may hold scripts, so it is boxed in without any right (SVG).
        case boxed
        /// Offered for saving.
        case attachment
    }

    /// The value of `Content-Type`.
    package let value: String
    /// How it is shown.
    package let treatment: Treatment

    /// The type for a file of that name. What the table does not know is `application/octet-stream`, to be saved.
    package init(fileName: some BidirectionalCollection<UInt8>) {
        guard let dot = fileName.lastIndex(of: UInt8(ascii: ".")) else {
            self = .unknown
            return
        }
        let ending = fileName[fileName.index(after: dot)...].prefix(16).map(\.asciiLowercased)
        self = Self.table[String(decoding: ending, as: UTF8.self)] ?? .unknown
    }

    /// Bytes of which nothing is known.
    package static let unknown = MediaType("application/octet-stream", .attachment)

    /// Whether a page can show it in place as a picture.
    package var isPicture: Bool { value.hasPrefix("image/") && treatment != .attachment }

    /// Whether the type gains from gzip: text and vector pictures, not what is packed already.
    package var isCompressible: Bool {
        value.hasPrefix("text/") || value.hasPrefix("application/json") || value == "image/svg+xml" || value == "image/bmp"
            || value.hasPrefix("application/xml") || value.hasPrefix("application/yaml")
    }

    /// The Content-Security-Policy under which the file itself is opened.
    package var contentSecurityPolicy: String {
        switch (treatment, value) {
        case (.boxed, _): "sandbox; default-src 'none'; style-src 'unsafe-inline'"
        case (.inline, "application/pdf"): "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'"
        default: "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'"
        }
    }

    private init(_ value: String, _ treatment: Treatment) {
        self.value = value
        self.treatment = treatment
    }

    private static let table: [String: MediaType] = {
        let text = "; charset=utf-8"
        let groups: [(Treatment, [String: String])] = [
            (
                .inline,
                [
                    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "jfif": "image/jpeg", "gif": "image/gif",
                    "webp": "image/webp", "avif": "image/avif", "ico": "image/x-icon", "bmp": "image/bmp", "apng": "image/apng",
                    "pdf": "application/pdf", "mp4": "video/mp4", "m4v": "video/mp4", "webm": "video/webm", "ogv": "video/ogg",
                    "mp3": "audio/mpeg", "ogg": "audio/ogg", "oga": "audio/ogg", "opus": "audio/ogg", "wav": "audio/wav",
                    "flac": "audio/flac", "m4a": "audio/mp4", "weba": "audio/webm",
                    "txt": "text/plain" + text, "text": "text/plain" + text, "log": "text/plain" + text,
                    "md": "text/markdown" + text, "markdown": "text/markdown" + text, "csv": "text/csv" + text,
                    "tsv": "text/tab-separated-values" + text, "json": "application/json", "yaml": "application/yaml",
                    "yml": "application/yaml", "toml": "text/plain" + text, "diff": "text/plain" + text,
                    "patch": "text/plain" + text, "vtt": "text/vtt" + text, "srt": "text/plain" + text, "rst": "text/plain" + text,
                    "adoc": "text/plain" + text, "tex": "text/plain" + text, "bib": "text/plain" + text,
                ]
            ),
            (.boxed, ["svg": "image/svg+xml"]),
            (
                .attachment,
                [
                    "html": "text/html" + text, "htm": "text/html" + text, "xhtml": "application/xhtml+xml",
                    "xml": "application/xml", "css": "text/css" + text, "js": "text/javascript" + text,
                    "mjs": "text/javascript" + text, "zip": "application/zip", "gz": "application/gzip", "tgz": "application/gzip",
                    "tar": "application/x-tar", "bz2": "application/x-bzip2", "xz": "application/x-xz", "7z": "application/x-7z-compressed",
                    "zst": "application/zstd", "epub": "application/epub+zip", "odt": "application/vnd.oasis.opendocument.text",
                    "ods": "application/vnd.oasis.opendocument.spreadsheet", "odp": "application/vnd.oasis.opendocument.presentation",
                    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                    "svgz": "application/gzip", "wasm": "application/wasm",
                ]
            ),
        ]
        return groups.reduce(into: [:]) { table, group in
            for (ending, value) in group.1 { table[ending] = MediaType(value, group.0) }
        }
    }()
}
