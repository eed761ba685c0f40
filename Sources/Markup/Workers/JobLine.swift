import Dispatch
import Synchronization

/// The pages that wait, and the threads that take them: readers first, then previews, then bulk work.
final class JobLine: Sendable {
    /// What a thread does next.
    enum Step {
        case render(RenderJob)
        case wait
        case end
    }

    private struct State {
        var pages = Queue<RenderJob>()
        var previews = Queue<RenderJob>()
        var bulk = Queue<RenderJob>()
        var patientRunning = 0
        var threads = 0
        var idleThreads = 0
        var isClosed = false
        var closing: [CheckedContinuation<Void, Never>] = []
    }

    let configuration: MarkupPoolConfiguration
    private let state = Mutex(State())
    private let wakeUp = DispatchSemaphore(value: 0)

    init(configuration: MarkupPoolConfiguration) {
        self.configuration = configuration
    }

    private var patientLimit: Int { max(1, configuration.workers / 2) }

    func append(_ job: RenderJob) {
        let (isRefused, needsThread) = state.withLock { state in
            guard !state.isClosed else { return (true, false) }
            switch job.priority {
            case .page: state.pages.append(job)
            case .preview: state.previews.append(job)
            case .bulk: state.bulk.append(job)
            }
            let needsThread = state.idleThreads == 0 && state.threads < configuration.workers
            if needsThread { state.threads += 1 }
            return (false, needsThread)
        }
        if isRefused {
            job.continuation.resume(returning: .failure(.workerUnavailable("the pool is shut down")))
        } else if needsThread {
            if !startThread() { threadDidNotStart() }
        } else {
            wakeUp.signal()
        }
    }

    /// Called by a worker's thread when it is free.
    func next() -> Step {
        state.withLock { state in
            if state.isClosed { return .end }
            if let job = state.pages.popFirst() { return .render(job) }
            if state.patientRunning < patientLimit, let job = state.previews.popFirst() ?? state.bulk.popFirst() {
                state.patientRunning += 1
                return .render(job)
            }
            state.idleThreads += 1
            return .wait
        }
    }

    /// Blocks the thread until something may have changed.
    func wait() {
        wakeUp.wait()
        state.withLock { $0.idleThreads -= 1 }
    }

    func finished(_ job: RenderJob) {
        guard job.isPatient else { return }
        state.withLock { $0.patientRunning -= 1 }
    }

    func close(whenDone continuation: CheckedContinuation<Void, Never>? = nil) {
        let (refused, threads) = state.withLock { state in
            state.isClosed = true
            if let continuation { state.closing.append(continuation) }
            return (state.pages.removeAll() + state.previews.removeAll() + state.bulk.removeAll(), state.threads)
        }
        for job in refused { job.continuation.resume(returning: .failure(.workerUnavailable("the pool was shut down"))) }
        for _ in 0..<threads { wakeUp.signal() }
        if threads == 0 { resumeClosing() }
    }

    /// The last act of a worker's thread, after its process was reaped.
    func threadEnded() {
        let isLast = state.withLock { state in
            state.threads -= 1
            return state.threads == 0
        }
        if isLast { resumeClosing() }
    }

    private func resumeClosing() {
        let waiting = state.withLock { state in
            defer { state.closing = [] }
            return state.closing
        }
        for continuation in waiting { continuation.resume() }
    }

    private func startThread() -> Bool {
        WorkerThread.start { [self] in WorkerThread(line: self).run() }
    }

    private func threadDidNotStart() {
        let stranded: [RenderJob] = state.withLock { state in
            state.threads -= 1
            guard state.threads == 0 else { return [] }
            return state.pages.removeAll() + state.previews.removeAll() + state.bulk.removeAll()
        }
        for job in stranded { job.continuation.resume(returning: .failure(.workerUnavailable("pthread_create failed"))) }
    }
}
