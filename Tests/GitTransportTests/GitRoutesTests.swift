import Community
import Git
import Glibc
import TestSupport
import Testing
import WikiCore

@testable import GitTransport

/// Clones and pushes of the real client.
@Suite(.timeLimit(.minutes(3))) struct GitRoutesTests {
    @Test func everybodyClonesWhatIsPublic() async throws {
        try await RunningGit.serving { wiki in
            for (name, options) in [("whole", []), ("shallow", ["--depth", "1"]), ("partial", ["--filter=blob:none"])] {
                let clone = try await wiki.clone(name, nil, options)
                #expect(try await wiki.client(["show", "HEAD:Home.md"], in: clone).output == Array("home\n".utf8))
            }
            for version in ["0", "1", "2"] {
                let outcome = try await wiki.client(["-c", "protocol.version=\(version)", "ls-remote", wiki.address()])
                #expect(String(decoding: outcome.output, as: UTF8.self).contains("refs/heads/main"))
            }
            let other = try await wiki.client(["clone", "--quiet", wiki.address().replacing("wiki.git", with: "other.git"), "none"])
            #expect(other.status != 0)
        }
    }

    @Test func aPushIsAnEdit() async throws {
        try await RunningGit.serving { wiki in
            let token = try await wiki.token("ann", .contributor)
            let clone = try await wiki.clone("clone", token)
            try await wiki.commit(clone, "Home.md", "changed\n")
            try await wiki.commit(clone, "New.md", "new\n")
            let outcome = try await wiki.client(["push"], in: clone)
            #expect(outcome.status == 0, "\(outcome.error)")
            #expect(try wiki.text("New.md") == "new")
            let tip = try #require(try wiki.wiki.branch.tip())
            // Shown before git heard of it.
            #expect(wiki.wiki.indexedTip == tip)
            #expect(try await wiki.wiki.read { try $0.index.page(path: GitPath("New")) } != nil)
            let push = try #require(try await wiki.members.pushes.list().first)
            #expect(push.new == tip)
            #expect(push.accountName == "ann")
            #expect(push.commits == 2)
            // The address is nobody's, so its credit waits.
            #expect(push.unconfirmed == 1)
            #expect(try wiki.leftovers() == [])
            try wiki.git.check()
        }
    }

    @Test func whoMayNotIsTold() async throws {
        try await RunningGit.serving { wiki in
            let clone = try await wiki.clone("clone")
            try await wiki.commit(clone, "Home.md", "changed\n")
            #expect(try await wiki.client(["push"], in: clone).error.contains("could not read Username"))
            let reading = try await wiki.token("ann", .contributor, scope: .read)
            let refused = try await wiki.client(["push", wiki.address(reading), "main"], in: clone)
            #expect(refused.error.contains("This access token may only read."))
            let reader = try await wiki.token("ben", .reader)
            #expect(try await wiki.client(["push", wiki.address(reader), "main"], in: clone).error.contains("may not change this wiki"))
            let wrong = try await wiki.client(["push", wiki.address("stm_wrong"), "main"], in: clone)
            #expect(wrong.status != 0)
            #expect(try wiki.text("Home.md") == "home")
        }
    }

    @Test func aPrivateWikiIsReadWithAToken() async throws {
        try await RunningGit.serving([:], { $0.reading = .accounts }) { wiki in
            #expect(try await wiki.client(["ls-remote", wiki.address()]).status != 0)
            let token = try await wiki.token("ann", .reader, scope: .read)
            #expect(try await wiki.client(["ls-remote", wiki.address(token)]).status == 0)
        }
    }

    @Test func anOpenWikiTakesAnybodysPush() async throws {
        try await RunningGit.serving(["Home.md": "home\n"], { $0.editing = .open }) { wiki in
            let clone = try await wiki.clone("clone")
            try await wiki.commit(clone, "Home.md", "changed\n")
            let outcome = try await wiki.client(["push"], in: clone)
            #expect(outcome.status == 0, "\(outcome.error)")
            #expect(try wiki.text("Home.md") == "changed")
        }
    }

    @Test func nobodysPushesAreAsRareAsEdits() async throws {
        let configure = { @Sendable (configuration: inout Configuration) in
            configuration.editing = .open
            configuration.limits.editsPerMinute = 1
        }
        try await RunningGit.serving(["Home.md": "home\n"], configure) { wiki in
            let clone = try await wiki.clone("clone")
            try await wiki.commit(clone, "Home.md", "once\n")
            #expect(try await wiki.client(["push"], in: clone).status == 0)
            try await wiki.commit(clone, "Home.md", "twice\n")
            let refused = try await wiki.client(["push"], in: clone)
            #expect(refused.status != 0)
            #expect(refused.error.contains("Those were many pushes in a short time."), "\(refused.error)")
            #expect(try wiki.text("Home.md") == "once")
            let token = try await wiki.token("ann", .contributor)
            let proof = "http.extraHeader=Authorization: Bearer \(token)"
            #expect(try await wiki.client(["-c", proof, "push", "origin", "main"], in: clone).status == 0)
        }
    }

    @Test func otherRulesAndTagsAreWrittenDown() async throws {
        try await RunningGit.serving(["Home.md": "home\n", ".stemma/access.yaml": "rules: []\n"]) { wiki in
            let token = try await wiki.token("ann", .admin, scope: .admin)
            let clone = try await wiki.clone("clone", token)
            try await wiki.commit(clone, ".stemma/access.yaml", "# none\nrules: []\n")
            let outcome = try await wiki.client(["push", "origin", "main", "HEAD:refs/tags/v1"], in: clone)
            #expect(outcome.status == 0, "\(outcome.error)")
            let rules = try await wiki.members.audit.entries(action: "rules.changed")
            #expect(rules.map(\.target) == [".stemma/access.yaml"])
            #expect(rules.map(\.actor) == ["ann"])
            #expect(try await wiki.members.audit.entries(action: "push").count { $0.target == "refs/tags/v1" } == 1)
        }
    }

    @Test func refusalsAreSentences() async throws {
        try await RunningGit.serving { wiki in
            let token = try await wiki.token("ann", .contributor)
            let clone = try await wiki.clone("clone", token)
            func refusal(_ arguments: [String]) async throws -> String {
                let outcome = try await wiki.client(["push"] + arguments, in: clone)
                #expect(outcome.status != 0)
                return outcome.error
            }
            #expect(try await refusal(["origin", "HEAD:other"]).contains("remote: Only the branch main can be pushed here"))
            #expect(try await refusal(["origin", ":main"]).contains("cannot be deleted"))
            #expect(try await refusal(["origin", "HEAD:refs/replace/x"]).contains("cannot be pushed here"))
            #expect(try await refusal(["origin", "HEAD:refs/tags/v1"]).contains("Tags are for reviewers"))
            try await wiki.commit(clone, "-rf.md", "x")
            let name = try await refusal([])
            #expect(name.contains("remote: -rf.md in commit"))
            #expect(name.contains("pre-receive hook declined"))
            try await wiki.client(["reset", "--quiet", "--hard", "origin/main"], in: clone)
            try await wiki.client(["commit", "--quiet", "--amend", "--allow-empty", "-m", "Another beginning"], in: clone)
            #expect(try await refusal(["--force"]).contains("git pull"))
            #expect(try wiki.text("Home.md") == "home")
            #expect(try wiki.leftovers() == [])
            let log = try await wiki.members.audit.entries(action: "push")
            #expect(log.count { $0.action == "push.refused" } == 6)
        }
    }

    @Test func twoThousandReferencesAreRefusedAtOnce() async throws {
        try await RunningGit.serving { wiki in
            let token = try await wiki.token("ann", .admin)
            let clone = try await wiki.clone("clone", token)
            let tip = try #require(try wiki.wiki.branch.tip()).hex
            let lines = (0..<2_000).map { "create refs/heads/b\($0) \(tip)\n" }.joined()
            _ = try RealGit("\(clone)/.git")("update-ref", "--stdin", input: lines)
            let outcome = try await wiki.client(["push", "--all"], in: clone)
            #expect(outcome.status != 0)
            #expect(outcome.error.contains("more than 100 references"))
            #expect(try wiki.git("for-each-ref", "--format=%(refname)") == "refs/heads/main")
        }
    }

    @Test func aSaveMeanwhileIsKept() async throws {
        try await RunningGit.serving { wiki in
            let token = try await wiki.token("ann", .contributor)
            let clone = try await wiki.clone("clone", token)
            try await wiki.commit(clone, "Mine.md", "mine\n")
            let edit = Edit(
                action: .save(path: GitPath("Theirs"), text: Array("theirs\n".utf8), base: nil),
                author: EditAuthor(name: "Ben", email: "ben@example.org"), summary: "Add", time: 1_700_000_000, editor: .wiki)
            _ = try await wiki.wiki.submit(edit)
            #expect(try await wiki.client(["push"], in: clone).status != 0)
            try await wiki.client(["pull", "--quiet", "--rebase"], in: clone)
            let outcome = try await wiki.client(["push"], in: clone)
            #expect(outcome.status == 0, "\(outcome.error)")
            #expect(try wiki.text("Mine.md") == "mine")
            #expect(try wiki.text("Theirs.md") == "theirs")
        }
    }

    @Test func whoIsBlockedBeforeTheTurnIsRefused() async throws {
        let policy = SecondThoughts()
        try await RunningGit.serving(judging: { _ in policy }) { wiki in
            let token = try await wiki.token("ann", .contributor)
            let clone = try await wiki.clone("clone", token)
            try await wiki.commit(clone, "Home.md", "changed\n")
            let refused = try await wiki.client(["push"], in: clone)
            #expect(refused.status != 0 && refused.error.contains("This account is blocked or disabled."), "\(refused.error)")
            #expect(policy.asked == 2, "once about what it brings, once when it would be let in")
            #expect(try wiki.text("Home.md") == "home")
            #expect(try await wiki.members.pushes.list().isEmpty, "what was refused is recorded as no push")
            #expect(try wiki.leftovers() == [])
        }
    }

    @Test func onlyOnesOwnWorkWhereThatIsTheRule() async throws {
        try await RunningGit.serving(["Home.md": "home\n"], { $0.push.identity = .strict }) { wiki in
            let token = try await wiki.token("ann", .contributor)
            let account = try #require(try await wiki.members.accounts.account(name: "ann"))
            let clone = try await wiki.clone("clone", token)
            try await wiki.commit(clone, "Home.md", "changed\n")
            #expect(try await wiki.client(["push"], in: clone).error.contains("takes only your own work"))
            let refused = try #require(try await wiki.members.audit.entries(action: "push.refused").first)
            #expect(refused.detail?.hasPrefix("author ") == true && refused.detail?.contains("@") == false, "\(refused)")
            let author = account.author(domain: "localhost")
            try await wiki.client(["commit", "--quiet", "--amend", "--author", "\(author.name) <\(author.email)>", "-m", "x"], in: clone)
            let outcome = try await wiki.client(["push"], in: clone)
            #expect(outcome.status == 0, "\(outcome.error)")
        }
    }
}
