/// The tabs of a page.
package enum PageTab: String, Sendable, CaseIterable {
    case read, edit, history, authors
}
