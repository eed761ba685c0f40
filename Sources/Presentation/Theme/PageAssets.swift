/// The style sheets and scripts of a page, with addresses that change when their content does.
struct PageAssets: TemplateView {
    let fields: [String: TemplateValue]

    init(contents: ThemeContents, styles: [String], modules: [String], urls: SiteURL) {
        func href(_ name: String) -> TemplateValue { .text(raw: urls.asset(name, hash: contents.assets[name]?.hash)) }
        func hrefs(_ names: [String]) -> TemplateValue { .list(names.map { .view(["href": href($0)]) }) }
        let hasMathSetter = contents.assets["katex/katex.mjs"] != nil
        fields = [
            "styles": hrefs((contents.manifest.styles ?? []) + styles),
            "scripts": hrefs(contents.manifest.scripts ?? []),
            "modules": hrefs((contents.manifest.modules ?? []) + modules),
            "icon": href(contents.manifest.icon ?? "favicon.svg"),
            "mathModule": hasMathSetter ? href("katex/katex.mjs") : .absent,
            "mathStyle": hasMathSetter ? href("katex/katex.min.css") : .absent,
        ]
    }
}
