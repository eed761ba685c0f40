/// The style sheets and scripts of a page, with addresses that change when their content does.
struct PageAssets: TemplateView {
    let fields: [String: TemplateValue]

    init(contents: ThemeContents, styles: [String], scripts: [String], urls: SiteURL) {
        func href(_ name: String) -> TemplateValue { .text(raw: urls.asset(name, hash: contents.assets[name]?.hash)) }
        func hrefs(_ names: [String]) -> TemplateValue { .list(names.map { .view(["href": href($0)]) }) }
        let hasMathSetter = contents.assets["katex/katex.min.js"] != nil
        fields = [
            "styles": hrefs((contents.manifest.styles ?? []) + styles),
            "earlyScripts": hrefs(contents.manifest.earlyScripts ?? []),
            "scripts": hrefs((contents.manifest.scripts ?? []) + scripts),
            "icon": href(contents.manifest.icon ?? "favicon.svg"),
            "mathScript": hasMathSetter ? href("katex/katex.min.js") : .absent,
            "mathStyle": hasMathSetter ? href("katex/katex.min.css") : .absent,
        ]
    }
}
