import Git
import HTTPTypes

/// What git says in the head of a request, taken only in the forms that git itself sends.
enum GitRequestHead {
    /// The service that `?service=` names; nil for none, an unknown one, or two.
    static func program(_ query: String?) -> GitService.Program? {
        let parameters = (query ?? "").utf8.split(separator: UInt8(ascii: "&"))
        let key = Array("service=git-".utf8)
        let values = parameters.filter { $0.starts(with: "service".utf8) }
        guard values.count == 1, let value = values.first, value.starts(with: key) else { return nil }
        return GitService.Program(rawValue: String(decoding: value.dropFirst(key.count), as: UTF8.self))
    }

    /// The version of `Git-Protocol: version=N`, perhaps among other keys; 0 where it is none of ours.
    static func version(_ header: String?) -> Int {
        guard let header, header.utf8.count <= 256 else { return 0 }
        let versions = header.utf8.split(separator: UInt8(ascii: ":")).compactMap { key -> Int? in
            switch String(decoding: key, as: UTF8.self) {
            case "version=1": 1
            case "version=2": 2
            default: nil
            }
        }
        return versions.max() ?? 0
    }

    /// A media type without its parameters, in small letters.
    static func mediaType(_ header: String?) -> String {
        String((header ?? "").prefix { $0 != ";" }).filter { $0 != " " && $0 != "\t" }.lowercased()
    }

    /// True where a body is what clients send to this service.
    static func isMeant(for program: GitService.Program, _ headers: HTTPFields) -> Bool {
        mediaType(headers[.contentType]) == "application/x-git-\(program.rawValue)-request"
    }

    /// True for what git sends before a long push, to learn whether it is let in: a flush, which is too short for a command.
    static func isProbe(_ headers: HTTPFields) -> Bool {
        headers[.contentLength] == "4" && headers[.transferEncoding] == nil && headers[.contentEncoding] == nil
    }

    /// Whether a body came as gzip; nil where it came in a way that is not taken. A body packed twice is refused: nobody needs
    /// it but to hide how large it is.
    static func isGzip(_ headers: HTTPFields) -> Bool? {
        let codings = headers[values: .contentEncoding].joined(separator: ",").lowercased().split(separator: ",")
            .map { $0.filter { $0 != " " && $0 != "\t" } }.filter { !$0.isEmpty && $0 != "identity" }
        guard let coding = codings.first else { return false }
        return codings.count == 1 && (coding == "gzip" || coding == "x-gzip") ? true : nil
    }
}

extension HTTPField.Name {
    /// Carries the version of git's protocol that a client speaks.
    static let gitProtocol = HTTPField.Name("Git-Protocol") ?? .via
}
