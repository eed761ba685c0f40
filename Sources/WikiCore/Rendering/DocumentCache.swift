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
        /// Texts at which a worker failed.
        var misfits: Set<ObjectID> = []
        /// Those of them that nobody has written down yet.
        var freshMisfits: Set<ObjectID> = []
    }

    private let state = Mutex(State())
    private let limit: Int

    /// The most misfits that are remembered.
    package static let misfitLimit = 10_000

    /// A cache that holds about this many bytes, or one document where that alone is larger.
    package init(limit: Int = 3 << 20) {
        self.limit = limit
    }

    /// Learns which texts are never to be tried again.
    package func learn(misfits: some Sequence<ObjectID>) {
        state.withLock { $0.misfits.formUnion(misfits) }
    }

    /// The misfits found since somebody asked last.
    package func takeFreshMisfits() -> Set<ObjectID> {
        state.withLock { state in
            defer { state.freshMisfits = [] }
            return state.freshMisfits
        }
    }

    /// True for a text at which a worker failed.
    package func isMisfit(_ blob: ObjectID) -> Bool { state.withLock { $0.misfits.contains(blob) } }

    package subscript(blob: ObjectID) -> Document? { state.withLock { $0.documents[blob] } }

    /// The document of a text: from here, else from a worker. A text that takes too long, or ends its worker twice, is shown as its
    /// source and never tried again.
    /// - Throws: `storage` where no worker can be had, which says nothing of the text.
    package func document(of text: [UInt8], blob: ObjectID, markup: MarkupPool, priority: RenderPriority) async throws -> Document {
        if let known = self[blob] { return known }
        if isMisfit(blob) { return Document.source(text) }
        for isLastTry in [false, true] {
            do {
                let document = try await markup.document(text, priority: priority)
                insert(document, blob)
                return document
            } catch .workerUnavailable(let reason) {
                throw WikiError.storage("no worker: \(reason)")
            } catch .crashed where !isLastTry {
                continue
            } catch {
                if error.isLasting { remember(misfit: blob) }
                return Document.source(text)
            }
        }
        return Document.source(text)
    }

    private func remember(misfit blob: ObjectID) {
        state.withLock { state in
            if state.misfits.count >= Self.misfitLimit { _ = state.misfits.popFirst() }
            state.misfits.insert(blob)
            state.freshMisfits.insert(blob)
        }
    }

    private func insert(_ document: Document, _ blob: ObjectID) {
        let size = Self.size(of: document)
        state.withLock { state in
            guard state.documents.updateValue(document, forKey: blob) == nil else { return }
            state.order.append(blob)
            state.bytes += size
            var dropped = 0
            while state.bytes > limit, dropped < state.order.count - 1 {
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
