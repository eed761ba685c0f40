import Git
import Synchronization
import WikiCore

/// A policy that keeps some files closed, by a list in the access file of the state that it is asked about, and that
/// remembers what it was asked.
final class PathGuard: EditPolicy {
    private let asked = Mutex([[String]]())

    func objection(to editor: Editor, changing files: [GitPath], in snapshot: WikiSnapshot) throws -> WikiError? {
        asked.withLock { $0.append(files.map(\.display).sorted()) }
        if editor == .account(9, limit: .full) { return .blocked }
        guard editor != .wiki, let entry = try snapshot.entry(SettingsFile.access) else { return nil }
        let text = String(decoding: try snapshot.bytes(of: entry.id, limit: 1000) ?? [], as: UTF8.self)
        let closed = text.split(separator: "\n").map { GitPath(String($0)) }
        return files.first { closed.contains($0) }.map { .protected(path: $0) }
    }

    func objection(toSettings text: [UInt8], of file: GitPath) -> WikiError? {
        text.first == UInt8(ascii: "!") ? .invalidRules(line: 1, reason: "no") : nil
    }

    /// What it was asked about since this was last read, without the questions about nothing in particular.
    func questions() -> [[String]] {
        asked.withLock { asked in
            defer { asked = [] }
            return asked.filter { !$0.isEmpty }
        }
    }
}
