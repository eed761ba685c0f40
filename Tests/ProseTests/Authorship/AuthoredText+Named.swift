@testable import Prose

extension AuthoredText {
    /// Those of another page, whose own words are told from this page's by its number.
    func named(_ page: UInt32) -> AuthoredText {
        AuthoredText(
            runs.map { run in
                let origin = run.origin.page == 0 ? Origin(revision: run.origin.revision, page: page) : run.origin
                return AuthoredRun(length: run.length, words: run.words, origin: origin)
            })
    }
}
