import Logging

extension JobBoard {
    /// A run of the site's export.
    struct SiteRun {
        let number: Int
        let meter: JobMeter
        let work: Task<ExportSummary, any Error>
        /// Ends once the board knows what came of the work.
        let end: Task<Result<ExportSummary, any Error>, Never>
    }

    /// Begins a run where there is none.
    package func startSite() {
        guard siteRun == nil, !isClosed else { return }
        _ = beginSite()
    }

    /// The outcome of a run that began after this call, so that it shows all that was saved before: a run that is under way
    /// is waited for, and followed by one more for all who came meanwhile.
    /// - Throws: what the run throws; `CancellationError` once the board is closed.
    package func exportSite() async throws -> ExportSummary {
        let seen = siteCount
        while let run = siteRun, run.number <= seen { _ = await run.end.value }
        guard !isClosed else { throw CancellationError() }
        let run = siteRun ?? beginSite()
        return try await run.end.value.get()
    }

    /// Where the export of the site stands.
    package var siteStatus: SiteStatus {
        SiteStatus(running: siteRun.map { .running($0.meter.progress) }, done: siteDone, failed: siteFailure)
    }

    private func beginSite() -> SiteRun {
        siteCount += 1
        let (service, meter) = (service, JobMeter())
        let work = Task.detached(executorPreference: JobExecutor.shared, priority: .utility) {
            try await service.exportSite { meter.note($0) }
        }
        let end = Task {
            let result = await work.result
            self.finishSite(result)
            return result
        }
        let run = SiteRun(number: siteCount, meter: meter, work: work, end: end)
        siteRun = run
        return run
    }

    private func finishSite(_ result: Result<ExportSummary, any Error>) {
        siteRun = nil
        switch result {
        case .success(let summary):
            siteDone = SiteStatus.Done(summary: summary, time: now())
            siteFailure = nil
        case .failure(is CancellationError): break
        case .failure(let error): siteFailure = SiteStatus.Failed(failure: ExportFailure(error), time: now())
        }
    }
}
