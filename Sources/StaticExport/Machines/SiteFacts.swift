package import Presentation

/// What machines are told of a site as a whole.
package struct SiteFacts: Sendable {
    /// Somebody who wrote on the site.
    package struct Contributor: Sendable, Hashable {
        /// As the history gives it.
        package let name: String
        /// The person's page, with scheme and host; nil where it is not known.
        package let address: String?

        package init(name: String, address: String? = nil) {
            self.name = name
            self.address = address
        }
    }

    /// The site's name.
    package let name: String
    /// One sentence about it.
    package var description: String?
    /// The language of pages that name none.
    package var language = "en"
    /// The licence of the texts: a name or an address.
    package var license: String?
    /// The commit that the site is made from, in 40 digits.
    package let commit: String
    /// When that commit was made; Unix seconds.
    package let seconds: Int
    /// Addresses from the root of the host; what needs a scheme and a host is made only where they are known.
    package let urls: SiteURL
    /// Those who wrote most, first; not necessarily all.
    package var contributors: [Contributor] = []
    /// How many there are in all.
    package var contributorCount = 0

    package init(name: String, commit: String, seconds: Int, urls: SiteURL) {
        self.name = name
        self.commit = commit
        self.seconds = seconds
        self.urls = urls
    }
}
