/// What the protocols of the project ask for, by name: whoever fulfils it need not document it again.
struct ProtocolMembers {
    /// What the protocols of libraries ask for.
    static let ofLibraries: Set<String> = [
        "description", "debugDescription", "rawValue", "hash", "=", "<", "id", "body", "encode", "makeIterator", "next", "startIndex",
        "endIndex", "index", "coreContext", "handle", "run", "configuration", "InboundIn", "InboundOut", "OutboundIn", "OutboundOut",
        "channelRead", "channelActive", "channelInactive", "channelReadComplete", "handlerAdded", "handlerRemoved", "errorCaught", "write",
        "userInboundEventTriggered", "unownedExecutor", "enqueue",
    ]

    private var members: [String: Set<String>] = [:]
    private var parents: [String: Set<String>] = [:]

    /// Reads every protocol of these files.
    init(of sources: [SwiftSource]) {
        for source in sources {
            for body in source.bodies where body.keyword == "protocol" {
                read(body, in: source)
            }
        }
    }

    /// The names that the protocols mentioned in a file ask for.
    func members(namedIn source: SwiftSource) -> Set<String> {
        var open = Set(source.tokens.map(\.text)).intersection(members.keys)
        var seen: Set<String> = []
        var found: Set<String> = []
        while let name = open.popFirst() {
            guard seen.insert(name).inserted else { continue }
            found.formUnion(members[name] ?? [])
            open.formUnion(parents[name] ?? [])
        }
        return found
    }

    private mutating func read(_ body: SwiftBody, in source: SwiftSource) {
        let tokens = source.tokens
        guard let start = tokens.indices.first(where: { tokens[$0].text == "protocol" && tokens[$0 + 1].text == body.name }) else { return }
        let head = tokens[(start + 2)...].prefix { $0.text != "{" }
        let inside = tokens.filter { body.open <= $0.line && $0.line <= body.close }
        let names = zip(inside, inside.dropFirst()).filter { ["var", "func"].contains($0.0.text) }.map(\.1.text)
        members[body.name] = Set(names)
        parents[body.name] = Set(head.map(\.text))
    }
}
