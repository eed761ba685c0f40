import Logging

extension JobBoard {
    /// A book that is being made.
    struct BookRun {
        let key: BookKey
        let meter: JobMeter
        let work: Task<ExportSummary, any Error>
        /// Ends once the board knows what came of the work.
        let end: Task<Void, Never>
    }

    /// No more books are taken on for now.
    package struct LineFull: Error, Sendable, Equatable {
        /// In how many seconds it may be worth another try.
        package let retryAfter: Int
    }

    /// Where a book stands; nil where nobody asked for it, or it is forgotten.
    package func state(of key: BookKey) -> JobState? {
        if let bookRun, bookRun.key == key { return .running(bookRun.meter.progress) }
        if let place = line.firstIndex(of: key) { return .waiting(ahead: place + (bookRun == nil ? 0 : 1)) }
        guard let record = records.last(where: { $0.key == key }) else { return nil }
        if case .done = record.state, shelf.book(key) == nil { return nil }
        return record.state
    }

    /// Whether a book has to be made: nobody has begun to, or it failed.
    package func needsWork(_ key: BookKey) -> Bool {
        switch state(of: key) {
        case nil, .failed: true
        case .waiting, .running, .done: false
        }
    }

    /// Has a book made, where it has to be.
    package func startBook(_ key: BookKey) throws(LineFull) {
        guard needsWork(key) else { return }
        guard !isClosed, line.count < Self.lineLimit else { throw LineFull(retryAfter: 60) }
        records.removeAll { $0.key == key }
        line.append(key)
        nextBook()
    }

    /// Ends once there is no book to be made; for tests and for the end of a server.
    package func booksDone() async {
        while let run = bookRun { await run.end.value }
    }

    private func nextBook() {
        guard bookRun == nil, !isClosed, !line.isEmpty else { return }
        let key = line.removeFirst()
        let (service, shelf, meter) = (service, shelf, JobMeter())
        let work = Task.detached(executorPreference: JobExecutor.shared, priority: .utility) {
            let file = try shelf.newFile(key.format)
            do {
                let summary = try await service.makeBook(page: key.page, format: key.format, file: file) { meter.note($0) }
                try shelf.keep(file, as: key)
                return summary
            } catch {
                shelf.discard(file)
                throw error
            }
        }
        let end = Task {
            let result = await work.result
            self.finishBook(key, result)
        }
        bookRun = BookRun(key: key, meter: meter, work: work, end: end)
    }

    private func finishBook(_ key: BookKey, _ result: Result<ExportSummary, any Error>) {
        bookRun = nil
        switch result {
        case .success(let summary): records.append((key, .done(summary)))
        case .failure(is CancellationError): break
        case .failure(let error):
            let failure = ExportFailure(error)
            logger.error("a book was not made", metadata: ["code": "\(failure.code)", "cause": "\(failure.cause ?? "-")"])
            records.append((key, .failed(failure)))
        }
        records.removeFirst(max(0, records.count - Self.recordLimit))
        nextBook()
    }
}
