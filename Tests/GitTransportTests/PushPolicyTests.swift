import Git
import TestSupport
import Testing
import WikiCore

@testable import GitTransport

@Suite struct PushPolicyTests {
    @Test func anOrdinaryPushIsTaken() throws {
        let push = try MadeUpPush()
        let first = try push.begin(["Home.md": "home", "Old.md": "old"])
        let second = try push.commit(["Home.md": "changed", "Guides/New.md": "new"], onto: [first])
        let third = try push.commit(["Old.md": nil, "Guides/New.md": "newer"], onto: [second])
        let checked = try push.check(third)
        #expect(checked.commits.map(\.id) == [second, third])
        #expect(checked.commits.map(\.authorEmail) == ["ann@example.org", "ann@example.org"])
        #expect(checked.touched == [GitPath("Home.md"): second, GitPath("Guides/New.md"): second, GitPath("Old.md"): third])
        #expect(checked.added == [GitPath("Guides/New.md")])
        #expect(checked.removed == [GitPath("Old.md")])
    }

    @Test func aMergeTouchesWhatDiffersFromEveryParent() throws {
        let push = try MadeUpPush()
        let first = try push.begin(["A.md": "a", "B.md": "b", "C.md": "c"])
        let left = try push.commit(["A.md": "left", "C.md": "left"], onto: [first])
        let right = try push.commit(["B.md": "right", "C.md": "right"], onto: [first])
        let merge = try push.commit(["B.md": "right", "C.md": "both"], onto: [left, right])
        let checked = try push.check(merge)
        #expect(Set(checked.commits.map(\.id)) == [left, right, merge])
        #expect(checked.touched[GitPath("A.md")] == left)
        #expect(checked.touched[GitPath("B.md")] == right)
        #expect(checked.touched[GitPath("C.md")] != merge)
    }

    @Test func aMergeThatBringsBackOldFilesTouchesThem() throws {
        let push = try MadeUpPush()
        let first = try push.begin([".stemma/access.yaml": "rules: []\n", "A.md": "old"])
        let repository = try Repository(directory: push.wiki.directory)
        let oldTree = try repository.commit(first).tree
        let updates = try [(".stemma/access.yaml", "groups: {}\n"), ("A.md", "new"), ("B.md", "b")].map {
            TreeUpdate.put(GitPath($0.0), mode: TreeUpdate.fileMode, blob: try repository.writeBlob(Array($0.1.utf8)))
        }
        let second = try repository.writeCommit(
            tree: repository.updateTree(oldTree, updates), parents: [first], author: MadeUpPush.ann, committer: MadeUpPush.ann,
            message: "2\n")
        try push.wiki("update-ref", "refs/heads/main", second.hex)
        let merge = try push.commit(tree: oldTree, onto: [second, first])
        #expect(try push.refusal(merge) == .commit(merge, .file(GitPath(".stemma/access.yaml"), .settings)))
        push.rules.mayConfigure = true
        let checked = try push.check(merge)
        #expect(checked.touched == [GitPath(".stemma/access.yaml"): merge, GitPath("A.md"): merge, GitPath("B.md"): merge])
        #expect(checked.removed == [GitPath("B.md")])
    }

    @Test func aPageIsATextWhereverItsBytesComeFrom() throws {
        let push = try MadeUpPush()
        let first = try push.begin(["picture.bin": "a\u{0}b", "Odd.md": "c\u{0}d", "Home.md": "home"])
        let made = try push.commit(["picture.bin": nil, "Picture.md": "a\u{0}b"], onto: [first])
        #expect(try push.refusal(made) == .commit(made, .file(GitPath("Picture.md"), .notText)))
        let renamed = try push.commit(["Odd.md": nil, "Odder.md": "c\u{0}d"], onto: [first])
        #expect(try push.check(renamed).added == [GitPath("Odder.md")], "what was a page already may be called something else")
    }

    @Test func theFirstPushOfAnEmptyWikiIsTaken() throws {
        let push = try MadeUpPush()
        let first = try push.commit(["Home.md": "home"], onto: [])
        let checked = try push.check(first)
        #expect(checked.added == [GitPath("Home.md")])
        #expect(checked.commits.map(\.id) == [first])
    }

    @Test func commitsNeedNoChange() throws {
        let push = try MadeUpPush()
        let first = try push.begin(["A.md": "a"])
        let empty = try push.commit([:], onto: [first])
        #expect(try push.check(empty).touched == [:])
    }

    // MARK: The branch

    @Test func whoIsBehindIsToldToPull() throws {
        let push = try MadeUpPush()
        let first = try push.begin(["A.md": "a"])
        let theirs = try push.commit(["A.md": "theirs"], onto: [first])
        let stale = RefCommand(old: theirs, new: try push.commit(["A.md": "b"], onto: [theirs]), name: Array("refs/heads/main".utf8))
        #expect(try push.refusal([stale]) == .behind(branch: "main"))
        let other = try push.commit(["A.md": "other"], onto: [])
        #expect(try push.refusal(other) == .behind(branch: "main"))
    }

    @Test func nothingIsTakenAway() throws {
        let push = try MadeUpPush()
        let first = try push.begin(["A.md": "a"])
        let repository = try Repository(directory: push.wiki.directory)
        let second = try repository.writeCommit(
            tree: repository.commit(first).tree, parents: [first], author: MadeUpPush.ann, committer: MadeUpPush.ann, message: "2\n")
        try push.wiki("update-ref", "refs/heads/main", second.hex)
        #expect(try push.refusal(first) == .rewound(branch: "main"))
        #expect(try push.refusal([push.main(nil)]) == .deletion(name: Array("refs/heads/main".utf8)))
    }

    @Test func onlyTheBranchIsPushed() throws {
        let push = try MadeUpPush()
        let first = try push.begin(["A.md": "a"])
        let next = try push.commit(["A.md": "b"], onto: [first])
        func refusal(_ name: String) throws -> PushRefusal? {
            try push.refusal([RefCommand(old: nil, new: next, name: Array(name.utf8))])
        }
        let other = Array("refs/heads/other".utf8)
        #expect(try refusal("refs/heads/other") == .otherBranch(name: other, branch: "main"))
        #expect(try refusal("HEAD") == .head(branch: "main"))
        for name in ["refs/replace/\(first.hex)", "refs/notes/commits", "refs/headsmain", "main", "refs/heads"] {
            #expect(try refusal(name) == .otherReference(name: Array(name.utf8)))
        }
        #expect(try push.refusal([push.main(next), push.main(next)]) == .repeated(name: Array("refs/heads/main".utf8)))
        let many = (0...100).map { RefCommand(old: nil, new: next, name: Array("refs/tags/\($0)".utf8)) }
        #expect(try push.refusal(many) == .tooManyCommands(limit: 100))
        #expect(try push.refusal(push.blob("no commit")) == .notCommit(branch: "main"))
    }

    @Test func tagsAreForReviewers() throws {
        let push = try MadeUpPush()
        let first = try push.begin(["A.md": "a"])
        let next = try push.commit(["A.md": "b"], onto: [first])
        let elsewhere = try push.commit(["A.md": "c"], onto: [first])
        func tag(_ name: String, _ id: ObjectID?, old: ObjectID? = nil) -> RefCommand {
            RefCommand(old: old, new: id, name: Array("refs/tags/\(name)".utf8))
        }
        let name = Array("refs/tags/v1".utf8)
        #expect(try push.refusal([tag("v1", first)]) == .tagNotAllowed(name: name))
        push.rules.mayTag = true
        #expect(try push.refusal([tag("v1", first)]) == nil)
        #expect(try push.refusal([push.main(next), tag("v1", next)]) == nil)
        #expect(try push.refusal([tag("v1", next)]) == .tagTarget(name: name, branch: "main"))
        #expect(try push.refusal([push.main(next), tag("v1", elsewhere)]) == .tagTarget(name: name, branch: "main"))
        #expect(try push.refusal([tag("v1", push.blob("x"))]) == .tagTarget(name: name, branch: "main"))
        #expect(try push.refusal([tag("v1", next, old: first)]) == .tagMoved(name: name))
        #expect(try push.refusal([tag("v1", nil, old: first)]) == .deletion(name: name))
        #expect(try push.refusal([tag("-x", first)]) == .tagName(name: Array("refs/tags/-x".utf8), .leadingCharacter("-")))
        let annotated = try push.object("tag", "object \(first.hex)\ntype commit\ntag v1\ntagger Ann <a@b.c> 1 +0000\n\nm\n")
        #expect(try push.refusal([tag("v1", annotated)]) == nil)
    }

    @Test func aTagIsANameOrAFolder() throws {
        let push = try MadeUpPush()
        let first = try push.begin(["A.md": "a"])
        push.rules.mayTag = true
        try push.wiki("tag", "v5", first.hex)
        try push.wiki("tag", "old/one", first.hex)
        try push.wiki("pack-refs", "--all", "--prune")
        try push.wiki("tag", "new/one", first.hex)
        func name(_ tag: String) -> [UInt8] { Array("refs/tags/\(tag)".utf8) }
        func refusal(_ tags: String...) throws -> PushRefusal? {
            try push.refusal(tags.map { RefCommand(old: nil, new: first, name: name($0)) })
        }
        #expect(try refusal("v5/x") == .tagClash(name: name("v5/x"), other: name("v5")))
        #expect(try refusal("v5/x/y") == .tagClash(name: name("v5/x/y"), other: name("v5")))
        #expect(try refusal("old") == .tagClash(name: name("old"), other: name("old/one")))
        #expect(try refusal("new") == .tagClash(name: name("new"), other: name("new/one")))
        #expect(try refusal("a", "a/b") == .tagClash(name: name("a/b"), other: name("a")))
        #expect(try refusal("a/b", "a") == .tagClash(name: name("a"), other: name("a/b")))
        #expect(try refusal("v5") == .tagMoved(name: name("v5")), "whatever the client believes to be there")
        #expect(try refusal("v6", "v5-x", "old/two", "new/one-more", "a/b", "a/c") == nil)
        for odd in ["a..b", "a b", "a~1", "a^", "a:b", "a?", "a*", "a[b", "a@{1}", "a.lock", "a.lock/b"] {
            #expect(try refusal(odd) == .tagForm(name: name(odd)), "\(odd)")
        }
        let id = first.hex
        for odd in [
            "main", "Main", "HEAD", "Head", "FETCH_HEAD", "@", "refs/heads/main", "heads/main", "tags/x", "origin", "origin/main", id,
        ] {
            #expect(try refusal(odd) == .tagMisleading(name: name(odd)), "\(odd)")
        }
        for fine in ["v1.2.3", "a@b", "lock", "ü", "main-1", "original", "head-start", String(id.dropLast())] {
            #expect(try refusal(fine) == nil, "\(fine)")
        }
    }

    // MARK: Commits

    @Test func datesAndZonesExist() throws {
        let push = try MadeUpPush()
        let first = try push.begin(["A.md": "a"])
        let tree = try Repository(directory: push.wiki.directory).commit(first).tree
        func refusal(author: String, committer: String = "1700000000 +0000") throws -> (PushRefusal?, ObjectID) {
            let id = try push.object(
                "commit",
                "tree \(tree.hex)\nparent \(first.hex)\nauthor A <a@b.c> \(author)\ncommitter C <c@d.e> \(committer)\n\nm\n")
            return (try push.refusal(id), id)
        }
        for date in ["-1 +0000", "253402300800 +0000", "9223372036854775807 +0000"] {
            let (refusal, id) = try refusal(author: date)
            #expect(refusal == .commit(id, .date), "\(date)")
        }
        let (late, id) = try refusal(author: "1 +0000", committer: "999999999999 +0000")
        #expect(late == .commit(id, .date))
        for zone in ["1700000000 +1401", "1700000000 -1500", "1700000000 +9999"] {
            let (refusal, id) = try refusal(author: zone)
            #expect(refusal == .commit(id, .zone), "\(zone)")
        }
        for fine in ["0 +0000", "253402300799 +1400", "1700000000 -1200"] {
            #expect(try refusal(author: fine).0 == nil, "\(fine)")
        }
    }

    @Test func summariesAreBounded() throws {
        let push = try MadeUpPush()
        let first = try push.begin(["A.md": "a"])
        let long = try push.commit(["A.md": "b"], onto: [first], message: String(repeating: "ä", count: 501) + "\n")
        #expect(try push.refusal(long) == .commit(long, .summary(limit: 500)))
        let body = String(repeating: "a", count: 500) + "\n\n" + String(repeating: "b", count: 100_000) + "\n"
        #expect(try push.refusal(push.commit(["A.md": "c"], onto: [first], message: body)) == nil)
        push.rules.messageLimit = 50_000
        guard case .objectTooLarge? = try push.refusal(long) else {
            Issue.record("a commit of 100 kB was taken for one of 50")
            return
        }
    }

    @Test func somebodyElsesWorkIsRefusedWhereOnlyOnesOwnCounts() throws {
        let push = try MadeUpPush()
        let first = try push.begin(["A.md": "a"])
        let ben = Signature(name: "Ben", email: "ben@example.org", time: 1_700_000_000)
        let theirs = try push.commit(["A.md": "b"], onto: [first], author: ben)
        #expect(try push.refusal(theirs) == nil)
        push.rules.isOwn = { $0 == "ann@example.org" }
        #expect(try push.refusal(theirs) == .commit(theirs, .author("ben@example.org")))
        #expect(try push.refusal(push.commit(["A.md": "c"], onto: [first])) == nil)
        let together = try push.commit(["A.md": "d"], onto: [first], message: "Edit\n\nCo-authored-by: Ben <ben@example.org>\n")
        #expect(try push.refusal(together) == .commit(together, .coAuthor("ben@example.org")))
        let alone = try push.commit(["A.md": "e"], onto: [first], message: "Edit\n\nCo-authored-by: A. <ann@example.org>\n")
        #expect(try push.refusal(alone) == nil)
    }

    @Test func peopleAreCounted() throws {
        let push = try MadeUpPush()
        let first = try push.begin(["A.md": "a"])
        let ben = Signature(name: "Ben", email: "ben@example.org", time: 1_700_000_000)
        let message = "Edit\n\nCo-authored-by: Cat <cat@example.org>\nCo-authored-by: Dan <dan@example.org>\n"
        let second = try push.commit(["A.md": "b"], onto: [first], message: message)
        let third = try push.commit(["A.md": "c"], onto: [second], author: ben, message: message)
        push.rules.peopleLimit = 4
        #expect(try push.refusal(third) == nil, "who is named twice counts once")
        push.rules.peopleLimit = 3
        #expect(try push.refusal(third) == .tooMany(.people, limit: 3))
    }
}
