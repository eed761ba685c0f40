/// Where a page of a static site finds its search. All addresses are relative to the page, so that the site works from any folder and
/// from a disk.
package struct StaticSearch: TemplateView {
    /// The folder of the index, without a last slash.
    package let index: String
    /// The folder from which the index counts the addresses of pages, with a last slash; `./` for the page's own.
    package let root: String
    /// The search page.
    package let page: String

    /// The script that searches, by asset name.
    static let script = "static-search.js"

    package init(index: String, root: String, page: String) {
        self.index = index
        self.root = root
        self.page = page
    }

    package var fields: [String: TemplateValue] { ["index": .text(raw: index), "root": .text(raw: root)] }
}
