/// The wiki's addresses, each in one place.
enum WikiAddress {
    static let home = "/"
    static let recent = "/-/recent"
    static let login = "/-/login"
    static let health = "/-/health"
    static let repository = "/wiki.git"

    static func page(_ page: String) -> String { "/" + PercentEncoding.path(page) }
    static func markdown(_ page: String) -> String { "/" + PercentEncoding.path(page) + ".md" }
    static func edit(_ page: String) -> String { "/-/edit/" + PercentEncoding.path(page) }
    static func history(_ page: String) -> String { "/-/history/" + PercentEncoding.path(page) }
    static func old(_ page: String, revision: String) -> String { "/\(PercentEncoding.path(page))?rev=\(revision)" }
    static func search(_ words: String) -> String {
        "/-/search?q=" + String(decoding: PercentEncoding.bytes(words.utf8), as: UTF8.self)
    }
    static func diff(_ page: String, from: String, to: String) -> String {
        "/-/diff/\(PercentEncoding.path(page))?from=\(from)&to=\(to)"
    }
    static func diffAPI(_ page: String, from: String, to: String) -> String {
        "/-/api/v1/diff/\(PercentEncoding.path(page))?from=\(from)&to=\(to)"
    }
    /// - Parameter part: counted from one; a part past the last shows the last.
    static func authors(_ page: String, part: Int) -> String { "/-/authors/\(PercentEncoding.path(page))?part=\(part)" }
    static func authorsAPI(_ page: String) -> String { "/-/api/v1/authors/" + PercentEncoding.path(page) }
}
