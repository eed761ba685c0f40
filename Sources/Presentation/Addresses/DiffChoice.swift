/// How somebody wants to see what changed on a page, as the address says it.
package struct DiffChoice: Hashable, Sendable {
    /// The forms of the view.
    package enum Form: String, Sendable, CaseIterable {
        /// One text with marks.
        case unified
        /// Two columns.
        case split
        /// The page as it is read, with marks.
        case rendered
    }

    /// The form of the view.
    package var form = Form.unified
    /// White space is not marked as changed.
    package var ignoresSpace = false
    /// Nothing is folded away or left out.
    package var isWhole = false

    /// In one column, with white space, what is far from changes folded away.
    package init(form: Form = .unified, ignoresSpace: Bool = false, isWhole: Bool = false) {
        self.form = form
        self.ignoresSpace = ignoresSpace
        self.isWhole = isWhole
    }

    /// The choice that an address makes; what it does not know is as usual.
    package init(view: String?, space: String?, context: String?) {
        self.init(form: view.flatMap(Form.init) ?? .unified, ignoresSpace: space == "ignore", isWhole: context == "all")
    }

    /// What an address says of it: nothing of what is usual.
    var query: [(String, String?)] {
        [
            ("view", form == .unified ? nil : form.rawValue), ("space", ignoresSpace ? "ignore" : nil), ("context", isWhole ? "all" : nil),
        ]
    }
}
