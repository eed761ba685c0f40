package import Wording

/// What every view needs to be made: addresses and words.
package struct ViewContext: Sendable {
    /// The maker of addresses.
    package let urls: SiteURL
    /// The words of the reader's language.
    package let words: Phrasebook

    package init(urls: SiteURL, words: Phrasebook) {
        self.urls = urls
        self.words = words
    }
}
