/// A view that fills the main part of a page.
package protocol Screen: TemplateView {
    /// The template's name, without its extension.
    static var template: String { get }
    /// The scripts that make this screen nicer, by asset name. They run deferred, each in a scope of its own.
    var scripts: [String] { get }
    /// The style sheets that this screen needs besides those of every page, by asset name.
    var styles: [String] { get }
}

extension Screen {
    /// Most screens need none.
    package var scripts: [String] { [] }
    /// Reading needs none.
    package var styles: [String] { [] }

    /// The sheet of all screens on which something is compared or changed; readers never load it.
    package static var workStyles: [String] { ["work.css"] }
}
