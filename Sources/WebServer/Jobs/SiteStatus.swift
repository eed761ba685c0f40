/// Where the export of the site stands.
package struct SiteStatus: Sendable {
    /// A run that came to its end.
    package struct Done: Sendable, Hashable {
        /// What came of it.
        package let summary: ExportSummary
        /// When, in seconds since 1970.
        package let time: Int64
    }

    /// A run that failed.
    package struct Failed: Sendable, Hashable {
        /// Why.
        package let failure: ExportFailure
        /// When, in seconds since 1970.
        package let time: Int64
    }

    /// What runs now; nil where nothing does.
    package let running: JobState?
    /// The latest run that went well.
    package let done: Done?
    /// The latest that failed, if none went well since.
    package let failed: Failed?
}
