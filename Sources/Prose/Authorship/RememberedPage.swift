/// What is remembered of a page, for as long as a text is searched; nothing of it changes.
final class RememberedPage: Sendable {
    let memory: PageMemory

    init(_ memory: PageMemory) { self.memory = memory }
}
