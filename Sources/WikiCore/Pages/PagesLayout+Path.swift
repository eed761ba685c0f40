package import Git

extension PagesLayout {
    /// The path under which the wiki speaks of a file; the file's own where it speaks of none.
    package func pagePath(of file: GitPath) -> GitPath {
        switch role(of: file) {
        case .page(let path), .part(let path), .attachment(let path): path
        case .outside, .hidden: file
        }
    }
}
