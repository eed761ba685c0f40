package import WikiCore
import Wording

/// Somebody by name, with the address of their page where there is one.
package struct NamedPerson: Hashable, Sendable {
    /// As the history gives it.
    package let name: String
    /// Where their page is.
    package let href: String?

    package init(_ name: String, href: String? = nil) {
        self.name = name
        self.href = href
    }

    /// Those whom the history credits, with their addresses.
    package static func all(_ people: [CreditedPerson], by urls: SiteURL) -> [NamedPerson] {
        people.map { NamedPerson($0.name, href: $0.person.map { urls.person($0) }) }
    }
}
