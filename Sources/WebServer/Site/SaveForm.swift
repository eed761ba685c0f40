import Community
import Git
import HTTPTypes
import Hummingbird
import Presentation
import WikiCore
import Wording

/// What every form that changes something brings besides its own fields, and the gates it passes, in one order: whose
/// form it is, whether the visitor may edit, how fast.
struct SaveForm {
    /// The fields.
    let fields: FormData
    /// The visitor's line that says why.
    let summary: String
    /// The name that the visitor gave; empty where none was.
    let author: String

    /// Reads the form's common fields.
    init(_ fields: FormData) throws {
        self.fields = fields
        summary = try fields.text("summary") ?? ""
        author = try fields.text("author") ?? ""
    }

    /// The commit that the form began from; nil where it names none.
    var base: ObjectID? {
        get throws { try fields.text("base").flatMap { ObjectID(hex: $0) } }
    }

    /// Why the form may not be acted upon; nil where it may. The text comes back with the answer.
    /// - Parameter isChange: false for what only looks, such as a preview, which counts towards no rate.
    func objection(_ visit: Visit, isChange: Bool = true) throws -> WikiProblem? {
        switch visit.site.crossSite.check(visit.request.head, form: fields) {
        case .ok: break
        case .stale: return WikiProblem(.forbidden, .staleForm)
        case .foreign: throw WebError.foreign
        }
        guard visit.right.mayEdit else { return visit.refusal }
        if isChange, case .limited(let seconds) = visit.takeEdit() {
            let detail = visit.site.words.text("check.retryAfter", ["count": .number(seconds)])
            return WikiProblem(.tooManyRequests, .tooMany, detail, retryAfter: seconds)
        }
        return nil
    }

    /// The author that the edit gets: the account, else the name that was given.
    func editAuthor(_ visit: Visit) -> EditAuthor {
        if let account = visit.actor.account { return account.author(domain: visit.site.configuration.identity.domain) }
        let name = shortName
        let shown = name.allSatisfy(\.isWhitespace) ? visit.site.words.text("person.anonymous") : name
        return .unverified(shown, domain: visit.site.configuration.identity.domain)
    }

    /// The header by which the browser remembers the name.
    func authorCookie(_ visit: Visit) -> HTTPField? {
        visit.site.cookies.setCookie(Visit.authorCookie, value: PercentCoding.encoded(shortName.utf8), maxAge: 31_536_000).map {
            HTTPField(name: .setCookie, value: $0)
        }
    }

    /// The name without control characters, and no longer than a name is.
    private var shortName: String {
        String(String.UnicodeScalarView(author.unicodeScalars.filter { $0.value >= 32 }.prefix(Self.nameLimit)))
    }

    private static let nameLimit = 100
}

extension Visit {
    /// The fields that every save has, with what the visitor gave already. Whoever has an account is asked for no name.
    func saveFields(token: String, form: SaveForm? = nil, summary: String? = nil) -> SaveFields {
        let author = form?.author ?? rememberedAuthor ?? ""
        return SaveFields(
            csrf: token, summary: summary ?? form?.summary ?? "", author: isAnonymous ? author : nil,
            license: site.configuration.site.license, summaryLimit: site.configuration.limits.summary, in: views)
    }

    /// Sends the visitor to a page after an action, with a word about it.
    func done(_ address: String, flash: Flash, form: SaveForm? = nil) -> Response {
        var response = Response.seeOther(address)
        if let cookie = flash.cookie(self) { response.headers.append(cookie) }
        if let form, isAnonymous, !form.author.isEmpty, let cookie = form.authorCookie(self) { response.headers.append(cookie) }
        return response
    }
}
