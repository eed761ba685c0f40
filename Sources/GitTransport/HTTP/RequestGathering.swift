import Git

/// Reads what a client asks for before it takes a place, so that whoever says it slowly, or never, keeps nobody out: all of a
/// request to fetch, and of a push the commands and the beginning of the pack, which some clients still make by then.
struct RequestGathering {
    let limits: SessionLimits

    /// Reads as much as has to be there; it can be read once more.
    /// - Throws: `StallWatch.Stalled` where it does not come, `WaitingRoom.Full` where there is no memory for it.
    func gather(_ program: GitService.Program, from client: HTTPClient) async throws {
        let watch = StallWatch()
        let (stall, total) = program == .uploadPack ? (limits.requestStall, limits.request) : (limits.readStall, limits.push)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await watch.alarm(after: total) }
            group.addTask {
                let read = { @Sendable in try await watch.reading(atMost: stall) { try await client.readAhead() } }
                switch program {
                case .uploadPack: while try await read() != nil {}
                case .receivePack: try await Self.readOpening(read)
                }
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    /// Reads to the end of the commands, and on where that was all that came and a pack is to follow.
    private static func readOpening(_ read: @Sendable () async throws -> [UInt8]?) async throws {
        var reading = PushOpening.Reading()
        while let bytes = try await read() {
            // What is no push is told as one that is served.
            guard let isWhole = try? reading.take(bytes) else { return }
            if isWhole && (reading.isFollowed || !reading.opening.wantsPack) { return }
        }
    }
}
