package import Git
package import WikiCore

/// Why a push is refused: a code with values, which ``PushWords`` turns into sentences.
package enum PushRefusal: Error, Hashable, Sendable {
    /// More references in one push than are taken.
    case tooManyCommands(limit: Int)
    /// One reference twice.
    case repeated(name: [UInt8])
    /// The name `HEAD` instead of the branch's own.
    case head(branch: String)
    /// A branch that is not the wiki's.
    case otherBranch(name: [UInt8], branch: String)
    /// A reference that is neither the branch nor a tag.
    case otherReference(name: [UInt8])
    /// A reference shall go.
    case deletion(name: [UInt8])
    /// Tags are for reviewers.
    case tagNotAllowed(name: [UInt8])
    /// A tag that is there already.
    case tagMoved(name: [UInt8])
    /// The name of a tag breaks a rule.
    case tagName(name: [UInt8], NameProblem)
    /// Git takes the name of a tag for none of a reference.
    case tagForm(name: [UInt8])
    /// Git would take the tag for a branch, a commit or another name of its own.
    case tagMisleading(name: [UInt8])
    /// A tag where another one has a folder, or the other way round; a tag that stands in the way.
    case tagClash(name: [UInt8], other: [UInt8])
    /// A tag on something that the branch does not reach.
    case tagTarget(name: [UInt8], branch: String)
    /// The branch shall stand on something that is no commit.
    case notCommit(branch: String)
    /// The branch has commits that the push lacks.
    case behind(branch: String)
    /// The push takes commits away.
    case rewound(branch: String)
    /// More objects, commits or paths than are taken at once.
    case tooMany(Counted, limit: Int)
    /// The objects come to more than is taken, in bytes, once they are unpacked.
    case tooLarge(limit: Int)
    /// The pack is larger than is taken, in bytes, as git found on the way.
    case packTooLarge(limit: Int)
    /// Git holds an object of the push to be damaged or dangerous, and names it itself.
    case unsoundObject
    /// Git could not unpack what was sent: it is cut off, damaged, or lacks objects.
    case unreadable
    /// What was sent is no push, or was packed in a way that it does not say.
    case malformed
    /// One object, which is no file, is larger than is taken.
    case objectTooLarge(ObjectID, limit: Int)
    /// The commit breaks a rule.
    case commit(ObjectID, CommitFault)
    /// Two files whose names the forgiving lookup holds to be alike.
    case alike(GitPath, GitPath, ObjectID)
    /// The rules of the wiki forbid it; the commit that touches the path, where one is known.
    case rule(WikiError, path: GitPath?, commit: ObjectID?)
    /// The wiki is busy, or closing.
    case busy
    /// The disk refused, or something broke: for the log. Nothing was changed.
    case broken(String)

    /// What there can be too many of.
    package enum Counted: String, Hashable, Sendable {
        case objects, commits, people, paths
    }
}
