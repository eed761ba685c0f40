/// Says where the links of a document lead. It sees names and gives addresses; the HTML around them is written here.
package protocol LinkProvider {
    /// Called once for each slot, in the order of the page.
    func resolve(_ link: DocumentLink) -> ResolvedLink
}
