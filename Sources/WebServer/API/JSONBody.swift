import Git
import Wording

/// The object in the body of a request: its members by name, each of the type that is asked for, and none besides.
struct JSONBody: Sendable {
    private let value: JSONValue
    private let words: Phrasebook

    /// - Parameter known: the names that may be there.
    init(_ value: JSONValue, known: [String], words: Phrasebook) throws(APIRefusal) {
        guard case .object(let members) = value else { throw APIRefusal(.invalidMember, words: words, "request.notObject") }
        self.value = value
        self.words = words
        let stranger = members.first { member in !known.contains { $0.utf8.elementsEqual(member.name.utf8) } }
        if let stranger { throw refused(stranger.name, "request.memberUnknown") }
    }

    /// A text that must be there.
    func text(_ name: String) throws(APIRefusal) -> String {
        guard let text = try optionalText(name) else { throw refused(name, "request.memberMissing") }
        return text
    }

    /// A text that may be left out or be `null`.
    func optionalText(_ name: String) throws(APIRefusal) -> String? {
        guard let member = value[name], member != .null else { return nil }
        guard let text = member.string else { throw refused(name, "request.memberType", type: "string") }
        return text
    }

    /// A revision by its full id, which may be left out or be `null`.
    func optionalRevision(_ name: String) throws(APIRefusal) -> ObjectID? {
        guard let text = try optionalText(name) else { return nil }
        guard let id = ObjectID(hex: text) else { throw refused(name, "request.memberRevision") }
        return id
    }

    /// A revision that must be there.
    func revision(_ name: String) throws(APIRefusal) -> ObjectID {
        guard let id = try optionalRevision(name) else { throw refused(name, "request.memberMissing") }
        return id
    }

    /// A whole number within bounds, which may be left out or be `null`.
    func optionalNumber(_ name: String, in bounds: ClosedRange<Int>) throws(APIRefusal) -> Int? {
        guard let member = value[name], member != .null else { return nil }
        guard let number = member.int else { throw refused(name, "request.memberType", type: "integer") }
        guard bounds.contains(number) else { throw refused(name, "request.memberBounds", bounds) }
        return number
    }

    /// Revisions by their full ids, of which there may be so many; nil where the list is left out or `null`.
    func optionalRevisions(_ name: String, count bounds: ClosedRange<Int>) throws(APIRefusal) -> [ObjectID]? {
        guard let member = value[name], member != .null else { return nil }
        guard let entries = member.array else { throw refused(name, "request.memberType", type: "array") }
        guard bounds.contains(entries.count) else { throw refused(name, "request.memberCount", bounds) }
        var ids: [ObjectID] = []
        for entry in entries {
            guard let text = entry.string else { throw refused(name, "request.memberType", type: "array of strings") }
            guard let id = ObjectID(hex: text) else { throw refused(name, "request.memberRevision") }
            ids.append(id)
        }
        return ids
    }

    private func refused(_ member: String, _ key: String, _ bounds: ClosedRange<Int>) -> APIRefusal {
        APIRefusal(
            .invalidMember,
            detail: words.text(
                key, ["member": .text(member), "least": .number(bounds.lowerBound), "most": .number(bounds.upperBound)]),
            members: [JSONMember(name: "member", value: .string(member))])
    }

    /// The refusal of one member.
    func refused(_ member: String, _ key: String, type: String = "") -> APIRefusal {
        APIRefusal(
            .invalidMember, detail: words.text(key, ["member": .text(member), "type": .text(type)]),
            members: [JSONMember(name: "member", value: .string(member))])
    }
}
