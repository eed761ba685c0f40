/// What a site of files holds at its root besides pages.
extension SiteURL {
    /// A file at the root of the site.
    /// - Parameter name: one of our own, plain.
    package func rootFile(_ name: String) -> String { "\(base)/\(name)" }
}
