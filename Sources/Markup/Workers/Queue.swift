/// First in, first out; each operation is constant on average.
struct Queue<Element> {
    private var incoming: [Element] = []
    private var outgoing: [Element] = []

    mutating func append(_ element: Element) {
        incoming.append(element)
    }

    mutating func popFirst() -> Element? {
        if outgoing.isEmpty {
            outgoing = incoming.reversed()
            incoming.removeAll(keepingCapacity: true)
        }
        return outgoing.popLast()
    }

    mutating func removeAll() -> [Element] {
        defer { self = Queue() }
        return outgoing.reversed() + incoming
    }
}
