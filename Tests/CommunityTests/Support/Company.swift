import GRDB
import Synchronization
import TestSupport

@testable import Community

/// People on a new file: a clock that the test sets, secrets that are the same on every run, and hashes that cost nothing.
struct Company: Sendable {
    /// The cheapest that libsodium allows.
    static let cheap = PasswordCost(operations: 1, memory: 8192)
    /// What strangers come from.
    static let address = "192.0.2.7"

    let folder: TemporaryFolder
    let clock: HandClock
    let members: Members
    /// The random texts that were handed out, in the order in which they were.
    let secrets: Mutable<[String]>

    /// - Parameter before: what is done with the file before it is opened.
    init(cost: PasswordCost = cheap, limits: MemberLimits = MemberLimits(), before: (String) throws -> Void = { _ in }) throws {
        folder = try TemporaryFolder()
        try before("\(folder.path)/community.sqlite")
        clock = HandClock()
        secrets = Mutable([])
        members = try Self.open("\(folder.path)/community.sqlite", clock, secrets, cost: cost, limits: limits, seed: 1)
    }

    var file: String { "\(folder.path)/community.sqlite" }

    /// Opens the same file once more, as another process does.
    func another(cost: PasswordCost = cheap) throws -> Members {
        try Self.open(file, clock, secrets, cost: cost, limits: MemberLimits(), seed: 2)
    }

    private static func open(
        _ file: String, _ clock: HandClock, _ made: Mutable<[String]>, cost: PasswordCost, limits: MemberLimits, seed: Int
    ) throws -> Members {
        let source = SecretSource { count in
            made.change { secrets in
                let bytes = Array(Sodium.blake2b(Array("\(seed) \(secrets.count)".utf8)).prefix(count))
                secrets.append(Sodium.base64URL(bytes))
                return bytes
            }
        }
        return try Members(
            file: file, hasher: PasswordHasher(cost: cost), secrets: source, clock: { clock.now }, domain: "wiki.example",
            rules: PasswordRules(siteWords: ["Our Wiki", "wiki.example"], common: KnownPasswords(lists: [])), limits: limits)
    }

    /// Makes an account as the wiki's program does, with the password `password(of:)`.
    @discardableResult
    func person(_ name: String, _ role: Role = .contributor, email: String? = nil) async throws -> Account {
        try await members.accounts.create(
            name: name, displayName: name.uppercased(), email: email, password: Self.password(of: name), role: role, by: .program)
    }

    /// A password that each person of these tests has.
    static func password(of name: String) -> String { "correct horse \(name)" }

    /// Logs in with name and password.
    func login(_ name: String, _ password: String? = nil, from address: String = address) async throws -> Account {
        try await members.accounts.checkLogin(name, password: password ?? Self.password(of: name), address: address)
    }

    /// The audit log as `action actor target`, the oldest first.
    func log(_ action: String? = nil) async throws -> [String] {
        try await members.audit.entries(limit: 10_000, action: action).reversed().map {
            "\($0.action) \($0.actor ?? "-") \($0.target ?? "-")"
        }
    }

    /// Works on the file as something else than this module.
    func withDatabase<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        return try await DatabaseQueue(path: file, configuration: configuration).write { try body($0) }
    }

    /// Every row of the tables but the log's, as text.
    func dump() async throws -> [String] {
        try await withDatabase { database in
            let sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('audit', 'sqlite_sequence') ORDER BY name"
            return try String.fetchAll(database, sql: sql).flatMap { table in
                try Row.fetchAll(database, sql: "SELECT * FROM \"\(table)\"").map { "\(table): \($0)" }
            }
        }
    }
}

extension Account {
    /// This account at the wiki's door.
    var asking: AuditContext { AuditContext(actor: name, actorID: id, address: Company.address) }
}

/// A value that several threads change.
final class Mutable<Value: Sendable>: Sendable {
    private let value: Mutex<Value>

    init(_ value: Value) {
        self.value = Mutex(value)
    }

    var current: Value { value.withLock { $0 } }

    func change<Result: Sendable>(_ body: (inout Value) -> Result) -> Result {
        value.withLock { value in
            var copy = value
            let result = body(&copy)
            value = copy
            return result
        }
    }
}
