import Git
import WebServer
import WikiCore

/// How the command line tells what a check found.
struct CheckListing {
    /// What git says of the repository; nil where it is sound.
    let damage: String?
    /// What is wrong with the accounts.
    let accounts: [String]
    let findings: [Finding]
    /// Everything counts as wrong.
    let isStrict: Bool
    /// Only what is wrong is listed.
    let isQuiet: Bool

    /// How much is wrong.
    var wrong: Int { wrongFindings + accounts.count + (damage == nil ? 0 : 1) }

    private var wrongFindings: Int { findings.count(where: isWrong) }
    private var others: Int { findings.count - wrongFindings }
    private var shown: [Finding] { isQuiet ? findings.filter(isWrong) : findings }

    private func isWrong(_ finding: Finding) -> Bool { isStrict || finding.kind.isWrong }

    /// One line a finding, and one that counts them.
    var plain: String {
        var lines = damage.map { ["damaged repository: \($0.printable)"] } ?? []
        lines += accounts.map { "damaged accounts: \($0.printable)" }
        lines += shown.map { finding in
            let detail = finding.detail.isEmpty ? "" : " (\(finding.detail.printable))"
            return "\(finding.kind.rawValue): \(finding.path.printable)\(detail)"
        }
        lines.append(wrong == 0 ? "Nothing wrong, \(others) to look at." : "\(wrong) wrong, \(others) to look at.")
        return lines.map { "\($0)\n" }.joined()
    }

    /// One document.
    var json: String {
        let value: JSONValue = [
            "damage": JSONValue(damage), "account_damage": .array(accounts.map { .string($0) }), "findings": .array(shown.map(value)),
            "wrong": .int(wrong), "to_look_at": .int(others),
        ]
        return String(decoding: value.encoded, as: UTF8.self) + "\n"
    }

    private func value(_ finding: Finding) -> JSONValue {
        [
            "kind": .string(finding.kind.rawValue), "path": .string(finding.path.display), "detail": .string(finding.detail),
            "is_wrong": .bool(isWrong(finding)),
        ]
    }
}
