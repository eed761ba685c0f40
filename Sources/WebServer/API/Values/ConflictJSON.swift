import Git
import WikiCore

/// The members of a conflict: all texts in hand, and the revision from which the next try begins.
struct ConflictJSON {
    let members: [JSONMember]

    /// An edit that a person has to merge.
    init(_ conflict: EditConflict) {
        self.init(
            path: conflict.path, revision: conflict.revision, base: conflict.base, yours: conflict.yours, theirs: conflict.theirs,
            marked: conflict.marked)
    }

    /// A page that is there, and a change that does not say from which text it began.
    init(path: GitPath, revision: ObjectID?, theirs: [UInt8]) {
        self.init(path: path, revision: revision, base: nil, yours: nil, theirs: theirs, marked: theirs)
    }

    private init(path: GitPath, revision: ObjectID?, base: [UInt8]?, yours: [UInt8]?, theirs: [UInt8]?, marked: [UInt8]) {
        members =
            PathJSON(path).members + [
                JSONMember(name: "revision", value: JSONValue(revision?.hex)), JSONMember(name: "base", value: .markdown(base)),
                JSONMember(name: "yours", value: .markdown(yours)), JSONMember(name: "theirs", value: .markdown(theirs)),
                JSONMember(name: "merged_with_markers", value: .markdown(marked)),
            ]
    }
}
