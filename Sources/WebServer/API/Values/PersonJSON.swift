import Presentation
import WikiCore

/// Somebody who edited as JSON.
struct PersonJSON {
    /// Who.
    let person: Person
    /// How many living pages they edited.
    let pageCount: Int
    /// Whether the words of all these are counted.
    let isCounted: Bool
    /// Those where most of it stands.
    let pages: [PersonPage]

    /// The whole.
    func value(_ urls: SiteURL) -> JSONValue {
        let words: JSONValue = ["written": .int(person.written), "living": .int(person.living), "counted": .bool(isCounted)]
        return .object(
            Self.members(person, urls) + [
                JSONMember(name: "page_count", value: .int(pageCount)), JSONMember(name: "words", value: words),
                JSONMember(name: "pages", value: .array(pages.map(Self.page))),
            ])
    }

    /// What lists say of somebody, too.
    static func members(_ person: Person, _ urls: SiteURL) -> [JSONMember] {
        [
            JSONMember(name: "id", value: .string(person.address)), JSONMember(name: "name", value: .string(person.name)),
            JSONMember(name: "account", value: JSONValue(person.account)),
            JSONMember(name: "confirmed", value: .bool(!person.isUnconfirmed)), JSONMember(name: "edits", value: .int(person.edits)),
            JSONMember(name: "first", value: .time(person.first.time)), JSONMember(name: "last", value: .time(person.last.time)),
            JSONMember(name: "url", value: .string(urls.absolute(urls.person(person.address)))),
        ]
    }

    private static func page(_ page: PersonPage) -> JSONValue {
        .object(
            PathJSON(page.page.path).members + [
                JSONMember(name: "title", value: .string(page.page.title)), JSONMember(name: "edits", value: .int(page.edits)),
                JSONMember(name: "words", value: .int(page.living)),
            ])
    }
}
