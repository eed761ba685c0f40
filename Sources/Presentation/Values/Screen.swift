/// A view that fills the main part of a page.
package protocol Screen: TemplateView {
    /// The template's name, without its extension.
    static var template: String { get }
    /// The JavaScript modules that make this screen nicer, by asset name.
    var modules: [String] { get }
}

extension Screen {
    /// Most screens need none.
    package var modules: [String] { [] }
}
