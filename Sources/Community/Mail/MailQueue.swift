package import Logging
import Synchronization

/// Letters that wait for the mail server. Whoever adds one never waits: a request answers as fast where the server is slow
/// or gone. The queue is in memory; letters that wait when the program ends are lost, and the log says how many.
package final class MailQueue: Sendable {
    /// How many letters wait at most, those between two tries among them.
    package static let capacity = 500
    /// How long it rests before the second, third and last try: a short fault, a restart, a server that tells strangers to
    /// come back later.
    package static let pauses: [Duration] = [.seconds(30), .seconds(300), .seconds(1800)]

    private let sender: any MailSender
    private let clock: any Clock<Duration>
    private let logger: Logger
    private let capacity: Int
    private let waiting = Mutex(0)
    private let letters: AsyncStream<MailMessage>
    private let source: AsyncStream<MailMessage>.Continuation

    /// A queue that sends nothing before ``run()``.
    package init(
        sender: any MailSender, clock: any Clock<Duration> = ContinuousClock(), capacity: Int = MailQueue.capacity, logger: Logger
    ) {
        self.sender = sender
        self.clock = clock
        self.capacity = capacity
        self.logger = logger
        (letters, source) = AsyncStream.makeStream()
    }

    /// How many more letters are taken now.
    package var room: Int { waiting.withLock { capacity - $0 } }

    /// Takes a letter in. Throws ``MailError/queueFull``.
    package func add(_ message: MailMessage) throws(MailError) {
        let isTaken = waiting.withLock { count in
            guard count < capacity else { return false }
            count += 1
            return true
        }
        guard isTaken else { throw .queueFull }
        source.yield(message)
    }

    /// Sends what comes, until its task is cancelled. To be called once.
    package func run() async {
        await withDiscardingTaskGroup { group in
            for await letter in letters {
                group.addTask {
                    if await self.deliver(letter) { self.waiting.withLock { $0 -= 1 } }
                }
            }
        }
        let lost = waiting.withLock { $0 }
        if lost > 0 { logger.warning("letters were not sent before the end", metadata: ["letters": "\(lost)"]) }
    }

    /// Tries until a letter is sent or given up. False where the program ends first.
    private func deliver(_ letter: MailMessage) async -> Bool {
        for pause in Self.pauses.map(Optional.some) + [nil] {
            do {
                try await sender.send(letter)
                return true
            } catch let error as MailError {
                guard let pause, !error.isPermanent else {
                    give(up: letter, error)
                    return true
                }
                logger.notice("a letter will be tried again", metadata: ["to": "\(letter.to)", "cause": "\(error)"])
                guard (try? await clock.sleep(for: pause)) != nil else { return false }
            } catch is CancellationError {
                return false
            } catch {
                give(up: letter, error)
                return true
            }
        }
        return true
    }

    private func give(up letter: MailMessage, _ error: any Error) {
        let subject = EncodedWord.oneLine(letter.subject)
        logger.error("a letter was not sent", metadata: ["to": "\(letter.to)", "subject": "\(subject)", "cause": "\(error)"])
    }
}
