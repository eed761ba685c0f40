import Git
import HTTPTypes
import HummingbirdCore
import Presentation
import WikiCore
import Wording

/// What the page that follows an action says about it: carried by a cookie to the next page, and gone with it.
struct Flash: Hashable, Sendable {
    /// A wording key below `flash.`
    let code: String
    /// The commit; empty where there is none.
    let revision: String
    /// The path of the page that was saved, percent-encoded; empty where nothing was.
    let path: String
    /// A name or file that the sentence tells.
    let name: String

    private static let cookie = "stemma-flash"
    /// The longest name that it carries, in scalars: titles have no bound, and cookies have.
    private static let nameLimit = 100

    init(code: String, revision: ObjectID? = nil, path: GitPath? = nil, name: String = "") {
        self.code = code
        self.revision = revision?.hex ?? ""
        self.path = path.map { PercentCoding.encoded($0.isRoot ? Array("/".utf8) : $0.bytes) } ?? ""
        let kept = String(String.UnicodeScalarView(name.unicodeScalars.prefix(Self.nameLimit)))
        self.name = PercentCoding.encoded((kept.utf8.count < name.utf8.count ? kept + "…" : name).utf8)
    }

    /// The message that a request brings; nil where it brings none.
    init?(_ visit: Visit) {
        guard let value = Self.jar(visit).value(Self.cookie, in: Cookies(visit.request.head)) else { return nil }
        let parts = value.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, parts[0].utf8.allSatisfy({ $0 >= 65 && $0 <= 122 }) else { return nil }
        (code, revision, path, name) = (parts[0], parts[1], parts[2], parts[3])
    }

    /// The header that sends it along.
    func cookie(_ visit: Visit) -> HTTPField? {
        Self.jar(visit).setCookie(Self.cookie, value: "\(code):\(revision):\(path):\(name)", maxAge: 60).map {
            HTTPField(name: .setCookie, value: $0)
        }
    }

    /// The header that takes it away.
    static func clearing(_ visit: Visit) -> String {
        jar(visit).setCookie(cookie, value: "-", maxAge: 0) ?? ""
    }

    /// What the page shows.
    func view(on page: Page?, _ context: ViewContext) -> FlashView? {
        guard context.words.has("flash.\(code)") else { return nil }
        let text = PercentCoding.decoded(name.utf8, plusIsSpace: false).map { String(decoding: $0, as: UTF8.self) } ?? ""
        let values: [String: SentenceValue] = ["name": .text(text), "title": .text(text), "file": .text(text)]
        let saved = path.isEmpty ? nil : PercentCoding.decoded(path.utf8, plusIsSpace: false)
        // A redirect that was saved has led to another page.
        let changed = saved ?? page?.path.bytes
        let link = ObjectID(hex: revision).flatMap { id in
            changed.map { LinkView(label: context.words.text("flash.seeChange"), href: context.urls.diff($0, to: id.hex)) }
        }
        return FlashView(SentenceView("flash.\(code)", values, in: context), savedPath: saved, link: link)
    }

    private static func jar(_ visit: Visit) -> CookieJar { visit.site.cookies }
}
