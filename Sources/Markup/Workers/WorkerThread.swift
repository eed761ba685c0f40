import Glibc

/// The thread that owns one worker process at a time: hands it pages, watches the clock, replaces it.
struct WorkerThread {
    let line: JobLine

    /// Runs `body` on a new detached thread; false where the system has none left.
    static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
        final class Body {
            let run: @Sendable () -> Void
            init(_ run: @escaping @Sendable () -> Void) { self.run = run }
        }
        let box = Unmanaged.passRetained(Body(body))
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        pthread_attr_setstacksize(&attributes, 512 << 10)
        var thread = pthread_t()
        let code = pthread_create(
            &thread, &attributes,
            { argument in
                if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
                return nil
            }, box.toOpaque())
        if code != 0 { box.release() }
        return code == 0
    }

    func run() {
        var worker: WorkerProcess?
        while true {
            switch line.next() {
            case .render(let job):
                let result = render(job, with: &worker)
                line.finished(job)
                job.continuation.resume(returning: result)
            case .wait:
                line.wait()
            case .end:
                worker = nil
                line.threadEnded()
                return
            }
        }
    }

    private func render(_ job: RenderJob, with worker: inout WorkerProcess?) -> Result<Document, MarkupError> {
        do throws(MarkupError) {
            if worker == nil || worker?.isAlive == false {
                worker = nil
                worker = try WorkerProcess.start(line.configuration)
            }
            guard let answer = try worker?.exchange(job.markdown) else { throw .crashed }
            if answer.residentBytes > line.configuration.residentLimit { worker = nil }
            return try answer.result()
        } catch {
            // A worker that refused a page is as good as new; one that failed in any other way is ended here.
            switch error {
            case .timedOut, .crashed, .workerUnavailable: worker = nil
            case .tooLarge, .tooComplex, .notUTF8, .outputTooLarge: break
            }
            return .failure(error)
        }
    }
}
