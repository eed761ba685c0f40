package import Git
package import Markup
import Synchronization

/// Parsed texts in memory, a bounded number of bytes of them, by blob: the way by which a text that was parsed for a
/// preview or a save is not parsed again for the index.
package final class DocumentCache: Sendable {
    private struct State {
        var documents: [ObjectID: Document] = [:]
        var order: [ObjectID] = []
        var bytes = 0
    }

    private let state = Mutex(State())
    private let limit: Int

    /// A cache that holds about this many bytes.
    package init(limit: Int = 4 << 20) {
        self.limit = limit
    }

    package subscript(blob: ObjectID) -> Document? { state.withLock { $0.documents[blob] } }

    /// The document of a text: from here, else from a worker. A text that misbehaves twice is shown as its source, and
    /// never tried again; once may be the fault of a busy machine.
    /// - Throws: `storage` where no worker can be had, which says nothing of the text.
    package func document(of text: [UInt8], blob: ObjectID, markup: MarkupPool, priority: RenderPriority) async throws -> Document {
        if let known = self[blob] { return known }
        for isLastTry in [false, true] {
            do {
                let document = try await markup.document(text, priority: priority)
                insert(document, blob)
                return document
            } catch .workerUnavailable(let reason) {
                throw WikiError.storage("no worker: \(reason)")
            } catch .timedOut where !isLastTry, .crashed where !isLastTry {
                continue
            } catch {
                let source = Document.source(text)
                if error.isLasting { insert(source, blob) }
                return source
            }
        }
        return Document.source(text)
    }

    private func insert(_ document: Document, _ blob: ObjectID) {
        let size = Self.size(of: document)
        guard size <= limit / 2 else { return }
        state.withLock { state in
            guard state.documents.updateValue(document, forKey: blob) == nil else { return }
            state.order.append(blob)
            state.bytes += size
            var dropped = 0
            while state.bytes > limit, dropped < state.order.count {
                if let old = state.documents.removeValue(forKey: state.order[dropped]) { state.bytes -= Self.size(of: old) }
                dropped += 1
            }
            state.order.removeFirst(dropped)
        }
    }

    private static func size(of document: Document) -> Int {
        document.pieces.reduce(1024 + document.plainText.utf8.count) { sum, piece in
            if case .html(let html) = piece { sum + html.string.utf8.count } else { sum + 16 }
        } + document.links.count * 200
    }
}
