/// The wiki's addresses, each in one place.
enum WikiAddress {
    static let home = "/"
    static let recent = "/-/recent"
    static let login = "/-/login"
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
}
