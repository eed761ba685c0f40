package import Git
package import Prose

/// Who makes an edit, as it will stand in git.
package struct EditAuthor: Hashable, Sendable {
    /// The name.
    package let name: String
    /// The address; never shown.
    package let email: String

    /// Somebody with a name and an address of the wiki's own making.
    package init(name: String, email: String) {
        self.name = name
        self.email = email
    }

    /// Somebody who gave a name and nothing that would prove it: an address that joins no account, and tells people of
    /// different names apart.
    package static func unverified(_ name: String, domain: String) -> EditAuthor {
        let letters = LookupKey.of(name).unicodeScalars.filter {
            $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-"
        }
        let slug = String(String.UnicodeScalarView(letters))
        return EditAuthor(name: name, email: "\(unverifiedMark)\(slug.isEmpty ? "anonymous" : slug)\(noreplyMark)\(domain)")
    }

    /// True for an address that `unverified` makes, for whatever domain: nobody stands behind the name beside it.
    static func isUnverified(email: String) -> Bool {
        let bytes = email.utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 + 32 : $0 }
        return bytes.starts(with: unverifiedMark.utf8) && bytes.firstRange(of: Array(noreplyMark.utf8)) != nil
    }

    private static let unverifiedMark = "unverified+"
    private static let noreplyMark = "@users.noreply."
}

/// A proposed change, in the terms of the wiki.
package struct Edit: Hashable, Sendable {
    /// What shall change.
    package enum Action: Hashable, Sendable {
        /// A page or part gets a text. `base` is the revision that the person began from; nil for a new page.
        case save(path: GitPath, text: [UInt8], base: ObjectID?)
        /// A page goes. `base` as for `save`.
        case delete(path: GitPath, base: ObjectID?)
        /// A page gets the text that it had at a revision, whether it lives or was deleted. `base` is the revision that the
        /// person saw before; nil takes the page as it stands.
        case restore(path: GitPath, revision: ObjectID, base: ObjectID? = nil)
        /// What a commit did is taken back, with what came later kept.
        case undo(commit: ObjectID)
        /// A file is put beside the pages; `replaces` allows it to take another's place.
        case attach(path: GitPath, bytes: [UInt8], replaces: Bool)
        /// A file of settings (`SettingsFile.access`) gets a text. `base` as for `save`; what changed since is a conflict.
        case configure(file: GitPath, text: [UInt8], base: ObjectID?)
    }

    /// What shall change.
    package let action: Action
    /// Who wants it.
    package let author: EditAuthor
    /// One line that says why; the first line of the commit's message.
    package let summary: String
    /// When, in seconds since 1970, and the minutes east of UTC.
    package let time: Int64
    /// Who asks, as the rules see it: the author may be somebody else.
    package let editor: Editor

    /// Puts an edit together.
    package init(action: Action, author: EditAuthor, summary: String, time: Int64, editor: Editor = .nobody) {
        self.action = action
        self.author = author
        self.summary = summary
        self.time = time
        self.editor = editor
    }
}

extension Edit {
    /// How many bytes of text or file it brings.
    var size: Int {
        switch action {
        case .save(_, let text, _): text.count
        case .attach(_, let bytes, _): bytes.count
        case .configure(_, let text, _): text.count
        case .delete, .restore, .undo: 0
        }
    }

    /// True where it changes the rules by which the edits after it are judged.
    var changesRules: Bool {
        if case .configure = action { true } else { false }
    }
}

/// What became of an edit.
package enum EditOutcome: Hashable, Sendable {
    /// It is a commit: durable, on the branch, in the index.
    case saved(SavedEdit)
    /// There was nothing to change; the revision that holds.
    case unchanged(ObjectID?)
    /// Somebody changed the same words meanwhile.
    case conflict(EditConflict)
}

/// An edit that became a commit.
package struct SavedEdit: Hashable, Sendable {
    /// The commit.
    package let revision: ObjectID
    /// The page's path, which a move meanwhile may have changed.
    package let path: GitPath
    /// True where the page is new.
    package let isNew: Bool
    /// True where others' edits since the base were merged in.
    package var isMerged = false
    /// True where two additions at one place were both kept.
    package var keptBoth = false
}

/// An edit that cannot be merged without a person: all texts in hand.
package struct EditConflict: Hashable, Sendable {
    /// The page.
    package let path: GitPath
    /// The text that the person began from; nil for a new page.
    package let base: [UInt8]?
    /// The text that the person wants; nil where it should go.
    package let yours: [UInt8]?
    /// The text as it stands; nil where it was deleted.
    package let theirs: [UInt8]?
    /// The merge as far as it goes; nil where one side is no text.
    package let merge: ThreeWayMerge?
    /// The revision that `theirs` is: the base of the next try; nil where there is no page.
    package let revision: ObjectID?

    /// The merge with markers around the places to settle, else the one text there is.
    package var marked: [UInt8] {
        merge?.markedText(current: "saved meanwhile", yours: "yours") ?? yours ?? theirs ?? []
    }
}
