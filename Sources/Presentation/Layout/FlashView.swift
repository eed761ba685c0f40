/// One sentence on the page after an action: it stays until the next page, it does not vanish by itself.
package struct FlashView: TemplateView {
    private let sentence: SentenceView
    private let savedPath: [UInt8]?
    private let link: LinkView?

    /// - Parameters:
    ///   - sentence: what happened.
    ///   - savedPath: the page whose save this acknowledges; its local draft may go now.
    ///   - link: the one next step, such as the change itself.
    package init(_ sentence: SentenceView, savedPath: [UInt8]? = nil, link: LinkView? = nil) {
        self.sentence = sentence
        self.savedPath = savedPath
        self.link = link
    }

    package var fields: [String: TemplateValue] {
        ["sentence": .view(sentence), "savedPath": savedPath.map(TemplateValue.text(bytes:)) ?? .absent, "link": .view(link)]
    }
}
