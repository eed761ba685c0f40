import Git
import WikiCore

/// What became of an edit as JSON, where it was no conflict. What is not so is left out.
struct SavedJSON {
    let value: JSONValue

    init(_ saved: SavedEdit) {
        var members = [JSONMember(name: "revision", value: .string(saved.revision.hex))] + PathJSON(saved.path).members
        if saved.isMerged { members.append(JSONMember(name: "merged", value: true)) }
        if saved.keptBoth { members.append(JSONMember(name: "kept_both", value: true)) }
        value = .object(members)
    }

    /// There was nothing to change.
    init(unchanged revision: ObjectID?, path: GitPath) {
        let members = [JSONMember(name: "revision", value: JSONValue(revision?.hex))] + PathJSON(path).members
        value = .object(members + [JSONMember(name: "unchanged", value: true)])
    }
}
