import Community
import Presentation
import WebServer

/// How the command line shows the audit log.
struct AuditListing {
    let entries: [AuditEntry]

    /// One line an entry.
    var plain: String {
        var table = TextTable(["time", "action", "who", "whom or what", "address", "more"])
        for entry in entries {
            table.add([
                CivilDate(seconds: Int(entry.time)).iso, entry.action, entry.actor ?? "", entry.target ?? "", entry.address ?? "",
                entry.detail ?? "",
            ])
        }
        return table.text
    }

    /// One document.
    var json: String {
        let value: JSONValue = ["entries": .array(entries.map(Self.value))]
        return String(decoding: value.encoded, as: UTF8.self) + "\n"
    }

    private static func value(_ entry: AuditEntry) -> JSONValue {
        [
            "id": .int(Int(entry.id)), "time": .time(entry.time), "action": .string(entry.action), "actor": JSONValue(entry.actor),
            "actor_id": entry.actorID.map { .int(Int($0)) } ?? .null, "target": JSONValue(entry.target),
            "address": JSONValue(entry.address), "detail": JSONValue(entry.detail),
        ]
    }
}
