/// The list of keys names those that do something here.
extension LayoutView {
    var keyFields: [String: TemplateValue] {
        let site = context.urls.place?.site
        return [
            "hasEditKey": .flag(site?.isEditable ?? isWritable),
            // What a site does not hold is found in the wiki.
            "hasHistoryKey": .flag(site.map { $0.hasHistories || $0.isEditable } ?? true),
            "hasWritingKeys": .flag(site == nil && isWritable),
        ]
    }
}
