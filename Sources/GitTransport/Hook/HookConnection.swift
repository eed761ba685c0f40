import PushHook

/// The way back to a hook over the socket.
struct HookConnection: HookReply {
    private let socket: AsyncSocket

    init(_ socket: AsyncSocket) {
        self.socket = socket
    }

    func say(_ line: String) async {
        try? await socket.write(HookAnswer.say(line).line)
    }

    func answer(_ isAccepted: Bool) async -> Bool {
        do {
            try await socket.write((isAccepted ? HookAnswer.accept : .refuse).line)
            return true
        } catch {
            return false
        }
    }
}
