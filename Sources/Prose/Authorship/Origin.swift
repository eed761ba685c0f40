/// Where a word or sign was first written, in the caller's numbers.
package struct Origin: Hashable, Sendable {
    /// What the caller named the revision, for instance a row of its table of commits.
    package let revision: UInt32
    /// 0 for this page; else what the caller calls the page from which it was moved or copied.
    package let page: UInt32

    package init(revision: UInt32, page: UInt32 = 0) {
        self.revision = revision
        self.page = page
    }
}
