import Wording

/// A folder or page in the tree of all pages.
package struct TreeNode: TemplateView {
    private let own: [String: TemplateValue]
    private let children: [TreeNode]

    /// A page.
    package init(page path: [UInt8], title: String? = nil, in context: ViewContext) {
        own = Self.fields(title: title ?? PathName(path).title, href: context.urls.page(path))
        children = []
    }

    /// A folder.
    ///
    /// - Parameters:
    ///   - count: pages below it.
    ///   - children: its content where it is open; a closed one loads when it is opened.
    package init(folder path: [UInt8], count: Int, children: [TreeNode] = [], in context: ViewContext) {
        own = Self.fields(
            title: PathName(path).title, href: context.urls.page(path), listHref: context.urls.pages(path),
            count: context.words.text("folder.pages", ["count": .number(count)]), isOpen: !children.isEmpty)
        self.children = children
    }

    /// One letter of a long flat folder.
    package init(letter: String, in folder: [UInt8], count: Int, children: [TreeNode] = [], in context: ViewContext) {
        own = Self.fields(
            title: letter, href: context.urls.pages(folder, letter: letter), listHref: context.urls.pages(folder, letter: letter),
            count: context.words.text("folder.pages", ["count": .number(count)]), isOpen: !children.isEmpty)
        self.children = children
    }

    package var fields: [String: TemplateValue] { own.merging(["children": .views(children)]) { own, _ in own } }

    private static func fields(
        title: String, href: String, listHref: String? = nil, count: String? = nil, isOpen: Bool = false
    ) -> [String: TemplateValue] {
        [
            "title": .text(raw: title), "href": .text(raw: href), "listHref": .text(raw: listHref), "count": .text(raw: count),
            "isFolder": .flag(listHref != nil), "isOpen": .flag(isOpen),
        ]
    }
}
