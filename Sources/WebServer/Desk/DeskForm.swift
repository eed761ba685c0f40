import Community
import Hummingbird
import Presentation
import WikiCore
import Wording

/// A form of an account or of administration, and the gates it passes, in one order: whose form it is, how fast.
struct DeskForm: Sendable {
    /// The fields.
    let fields: FormData

    /// More than any of these forms needs; a list of addresses is the longest.
    private static let limit = 128 << 10

    /// Reads a request's form.
    init(_ visit: Visit) async throws {
        fields = try await visit.collectForm(limit: Self.limit)
    }

    /// A field's text; empty where it is missing.
    func text(_ name: String) throws -> String { try fields.text(name) ?? "" }

    /// A field's text; nil where it is missing or says nothing.
    func filled(_ name: String) throws -> String? {
        let text = try text(name)
        return text.allSatisfy(\.isWhitespace) ? nil : text
    }

    /// A field's number, such as that of a token; nil where it is none.
    func number(_ name: String) -> Int64? {
        guard let digits = fields.bytes(name), (1...18).contains(digits.count), digits.allSatisfy(\.isASCIIDigit) else { return nil }
        return Int64(String(decoding: digits, as: UTF8.self))
    }

    /// Why the form may not be acted upon; nil where it may.
    /// - Parameter takesOpaqueOrigin: true for the forms behind one-time links.
    func objection(_ visit: Visit, takesOpaqueOrigin: Bool = false) throws -> DeskProblem? {
        switch visit.site.crossSite.check(visit.request.head, form: fields, takesOpaqueOrigin: takesOpaqueOrigin) {
        case .ok: break
        case .stale: return DeskProblem(.forbidden, .staleDesk)
        case .foreign: throw WebError.foreign
        }
        let rate = visit.site.formRate
        guard case .limited(let seconds) = visit.actor.account.map({ rate.take(account: $0.id) }) ?? rate.take(visit.context.client) else {
            return nil
        }
        let detail = visit.site.words.text("member.tooMany", ["count": .number(seconds)])
        return DeskProblem(.tooManyRequests, .tooOften, detail, retryAfter: seconds)
    }
}
