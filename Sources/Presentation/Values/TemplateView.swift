/// A value that a template can show. Its names are the contract with themes: they are documented by the samples of the tests.
package protocol TemplateView: Sendable {
    /// The fields by the names that templates use. Every name is always there; `absent` stands for nothing.
    var fields: [String: TemplateValue] { get }
}
