import Community
import Git
import Logging
import PushHook

/// Where programs of this machine come in over the Unix socket: hooks, and `stemma ssh-serve`.
struct SocketDoor: Sendable {
    let server: GitServer
    let desk: PushDesk
    let logger: Logger

    /// How long a program may take to say what it wants.
    private static let patience = Duration.seconds(30)

    /// Serves one connection to its end.
    func receive(_ socket: AsyncSocket) async {
        do {
            let (opening, rest) = try await Deadline.run(Self.patience) { try await Self.opening(socket) }
            var lines = opening.split(separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)[...]
            let first = lines.popFirst().map { String(decoding: $0, as: UTF8.self) }
            let request = lines.popFirst().map { Array($0) } ?? []
            switch first {
            case HookMessage.opening:
                if let request = HookRequest(request) { await desk.hear(request, HookConnection(socket)) }
            case SSHRequest.opening:
                if let request = SSHRequest(request) { await serve(request, SSHClient(socket, first: rest)) }
            default: logger.warning("something unknown came over the socket")
            }
        } catch {
            logger.debug("a connection over the socket ended: \(error)")
        }
    }

    /// Everything up to an empty line, and what came behind it.
    private static func opening(_ socket: AsyncSocket) async throws -> (opening: [UInt8], rest: [UInt8]) {
        let end = Array("\n\n".utf8)
        var bytes: [UInt8] = []
        var searched = 0
        while let more = try await socket.read() {
            bytes += more
            while searched + 1 < bytes.count {
                if bytes[searched] == end[0], bytes[searched + 1] == end[1] {
                    return (Array(bytes[...searched]), Array(bytes[(searched + 2)...]))
                }
                searched += 1
            }
            guard bytes.count <= HookMessage.limit else { break }
        }
        throw BrokenSocket(code: 0)
    }

    // MARK: SSH

    private func serve(_ request: SSHRequest, _ client: SSHClient) async {
        let words = server.ownWords
        do {
            guard let command = SSHCommand(request.command) else { throw SSHRefusal(words.text("push.command")) }
            let visitor = try await admit(command.program, request, words)
            let ticket = try await server.enter(command.program, visitor)
            defer { withExtendedLifetime(ticket) {} }
            let version = command.program == .uploadPack ? GitRequestHead.version(request.version) : 0
            try await server.session(version: version).serve(command.program, .conversation, client, visitor, ticket.watch)
            await client.end(0)
        } catch let refusal as SSHRefusal {
            await refuse(client, refusal.sentence)
        } catch let refusal as HTTPRefusal {
            await refuse(client, refusal.sentence)
        } catch {
            logger.debug("a client over SSH is gone: \(error)")
            await client.end(1)
        }
    }

    private func refuse(_ client: SSHClient, _ sentence: String) async {
        await client.complain(Array("\(sentence)\n".utf8))
        await client.end(1)
    }

    /// Lets the owner of a key in.
    private func admit(_ program: GitService.Program, _ request: SSHRequest, _ words: PushWords) async throws -> GitVisitor {
        let (members, permissions) = server.people
        guard let found = try await members.keys.find(fingerprint: request.key) else {
            throw SSHRefusal(words.text("push.unknownKey"))
        }
        try? await members.keys.touch(found.key, of: found.account.id)
        let actor = Actor(account: found.account, credential: .sshKey(found.key.id))
        let visitor = GitVisitor(actor: actor, address: request.address.isEmpty ? nil : request.address, words: words)
        guard permissions.allows(program == .uploadPack ? .read : .edit, actor) else {
            await server.door.refusals.note(AuditEntry(.denied, by: visitor.context, target: "git \(program.rawValue)"))
            throw SSHRefusal(server.door.sentence(program, actor, words))
        }
        return visitor
    }
}
