import HTTPTypes
package import Hummingbird
import Logging
import NIOHTTP1

/// The outermost middleware: gives a request its id, refuses what is no proper request, learns who asks, turns every
/// error into an answer, and records the outcome.
package struct RequestLogMiddleware: RouterMiddleware {
    /// Makes the answer for a refusal: a page for people, a problem for machines.
    package typealias ErrorAnswer = @Sendable (WebError, Request, WebRequestContext) async -> Response
    /// Finds out who asks.
    package typealias Identify = @Sendable (Request, WebRequestContext) async throws -> WebRequestContext

    private let identifiers: RequestIdentifiers
    private let log: RequestLog
    private let clock: MonotonicClock
    private let identify: Identify
    private let errorAnswer: ErrorAnswer

    /// - Parameters:
    ///   - identify: finds out who asks, once it is known that this is a request.
    ///   - errorAnswer: makes the answers for refusals.
    package init(
        identifiers: RequestIdentifiers, log: RequestLog, clock: MonotonicClock = .system, identify: @escaping Identify = { $1 },
        errorAnswer: @escaping ErrorAnswer
    ) {
        self.identifiers = identifiers
        self.log = log
        self.clock = clock
        self.identify = identify
        self.errorAnswer = errorAnswer
    }

    /// Serves one request. Throws only what Hummingbird must answer itself: broken HTTP.
    package func handle(
        _ request: Request, context: WebRequestContext, next: (Request, WebRequestContext) async throws -> Response
    ) async throws -> Response {
        let start = clock.now
        let context = context.identified(as: identifiers.next())
        var response = try await answer(request, context: context, next: next)
        // Whatever the controller made, HEAD is answered without a body.
        if request.method == .head { response = response.createHeadResponse() }
        response.headers[.requestID] = context.requestID
        guard response.body.contentLength == nil else {
            record(request, response, bytes: response.body.contentLength ?? 0, since: start, context)
            return response
        }
        return recordingWhenWritten(request, response, since: start, context)
    }

    private func answer(
        _ request: Request, context: WebRequestContext, next: (Request, WebRequestContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        do {
            try RequestSanity.check(request.head)
            context = try await identify(request, context)
            return try await next(request, context)
        } catch let error as HTTPParserError {
            throw error  // The rest of the request is no HTTP: Hummingbird answers 400 and closes.
        } catch {
            let refusal = WebError(error)
            if refusal.status.code >= 500, let cause = refusal.cause {
                context.logger.error("request failed", metadata: ["cause": "\(cause)"])
            }
            var response = await errorAnswer(refusal, request, context)
            for field in refusal.headers { response.headers[field.name] = field.value }
            return response
        }
    }

    /// A streamed body has its length, and its line in the log, only at its end.
    private func recordingWhenWritten(
        _ request: Request, _ response: Response, since start: Duration, _ context: WebRequestContext
    ) -> Response {
        var recorded = response
        let body = response.body
        recorded.body = ResponseBody { writer in
            let counting = CountingBodyWriter(writer)
            defer { record(request, response, bytes: counting.count, since: start, context) }
            try await body.write(counting)
        }
        return recorded
    }

    private func record(_ request: Request, _ response: Response, bytes: Int, since start: Duration, _ context: WebRequestContext) {
        log.record(
            RequestLog.Entry(
                method: request.method.rawValue, path: RequestTarget(request.head)?.rawPath ?? "*", status: response.status.code,
                bytes: bytes, duration: clock.now - start, id: context.requestID, isReady: false))
    }
}
