/// An edit on the page of a person: who made it is named only where that is somebody else, too.
package struct PersonEditLine: TemplateView {
    private let line: RevisionLine
    private let isByOther: Bool

    package init(_ line: RevisionLine, isByOther: Bool) {
        self.line = line
        self.isByOther = isByOther
    }

    package var fields: [String: TemplateValue] { line.fields.merging(["isByOther": .flag(isByOther)]) { $1 } }
}
