import Glibc
import Testing

/// Pushes and saves at the same moment: both end in one history, or one is told to pull. Nothing is lost.
@Suite("Pushes that race")
struct PushRaceStories {
    /// Commits a file of its own, changes the last line of a shared one where there is one, pushes until it is taken, and says
    /// so; again and again, so many times, or until the server is gone. It pulls before each push, the first one too: whoever
    /// pushed last would else be ahead of the others for ever, since it alone need not pull.
    private static let script = """
        for n in $(seq 1 "$2"); do
            echo "Words of $1, number $n." > "$1-$n.md"
            test ! -f Shared.md || sed -i "\\$s/.*/Last line by $1, number $n./" Shared.md
            git add --all && git commit --quiet --message "Push $n of $1" || exit 1
            tries=0
            until
                git pull --quiet --no-rebase --no-edit > /dev/null 2>> "../$1.errors" || exit 3
                git push --quiet origin main 2>> "../$1.errors"
            do
                tries=$((tries + 1))
                test $tries -lt 100 || exit 2
            done
            echo "taken $(git rev-parse HEAD) $1-$n.md"
        done
        """

    private func pusher(_ name: String, _ count: Int, _ wiki: RunningWiki) throws -> ChildProcess {
        try wiki.add(name)
        return try wiki.clone(as: name).start(script: Self.script, name, "\(count)")
    }

    /// Expects that a repository holds every commit that was acknowledged, in one sound history.
    private func expectAllThere(_ taken: [String], in wiki: RunningWiki) throws {
        for line in taken {
            let words = line.split(separator: " ").map(String.init)
            #expect(try wiki.git.attempt("merge-base", "--is-ancestor", words[1], "main"), "\(line)")
            #expect(try wiki.git.attempt("cat-file", "-e", "main:\(words[2])"), "\(line)")
        }
        #expect(try wiki.git.run("fsck", "--strict", "--full").code == 0)
        #expect(try wiki.git.run("for-each-ref", "--format=%(refname)").lines == ["refs/heads/main"])
    }

    @Test func fortySavesAndTenPushes() throws {
        let lines = (1...20).map { "Line \($0).\n" }.joined(separator: "\n")
        let wiki = try RunningWiki(files: ["Home.md": "Home\n", "Shared.md": lines], settings: "editing: accounts\n")
        let ben = try wiki.member("ben")
        let ada = try pusher("ada", 10, wiki)
        for number in 1...40 {
            if number.isMultiple(of: 4) {
                var form = try ben.editForm("Shared")
                let rest = (form["markdown"] ?? "").split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
                form.write((["First line by Ben, number \(number)."] + rest).joined(separator: "\n"), summary: "Save \(number)")
                let saved = try ben.post(form)
                #expect(saved.status == 303, "\(saved.html.plain.prefix(500))")
            } else {
                try ben.saves("Page-\(number % 4)", "Words, number \(number).\n", summary: "Save \(number)")
            }
        }
        let ended = try ada.wait(seconds: 240)
        #expect(ended.code == 0 && ended.lines.count == 10, "\(ended.code) \(wiki.place.text("ada.errors").suffix(1000))")
        try expectAllThere(ended.lines, in: wiki)

        let subjects = Set(try wiki.git.subjects("main"))
        for number in 1...40 { #expect(subjects.contains("Save \(number)")) }
        for number in 1...10 { #expect(subjects.contains("Push \(number) of ada")) }
        let shared = try ben.markdown("Shared")
        #expect(shared.hasPrefix("First line by Ben, number 40.") && shared.contains("Last line by ada, number 10."))
        for number in 37...39 { #expect(try ben.markdown("Page-\(number % 4)") == "Words, number \(number).\n") }
        for number in 1...10 { #expect(try Visitor(wiki).get("/ada-\(number)").html.plain.contains("number \(number).")) }
        let authors = Set(try wiki.git.run("log", "--no-merges", "--format=%an", "main").lines)
        #expect(authors.isSuperset(of: ["Ada", "ben"]))
        try wiki.expectNothingLeft()
        // What grew in the race is what a new index makes of the history.
        let views = ["/-/recent", "/-/history/Shared", "/-/api/v1/pages"]
        // The address stands in the summaries of git's merges, with the port of then, and at the foot, with that of now.
        func shown(_ view: String) throws -> String {
            try Visitor(wiki).get(view).html.plain.replacing(/(127\.0\.0\.1|localhost):[0-9]+/, with: "HOST")
        }
        let grown = try views.map(shown)
        #expect(try wiki.stop().code == 0)
        try wiki.stemma(["rebuild"])
        try wiki.start()
        for (view, text) in zip(views, grown) {
            let now = try shown(view)
            #expect(now == text, "\(view)")
        }
    }

    @Test(arguments: [SIGTERM, SIGKILL])
    func theServerEndsWhileManyPush(signal: Int32) throws {
        let wiki = try RunningWiki(files: ["Home.md": "Home\n"], settings: "editing: accounts\n")
        let pushers = try ["ada", "ben", "carl"].map { try pusher($0, 100, wiki) }
        // Whose pushes win is left to git, which knows no turns.
        let isUnderWay = Patience.wait(seconds: 300) {
            pushers.flatMap { $0.said(containing: "").split(separator: "\n") }.count { $0.hasPrefix("taken ") } >= 4
        }
        #expect(isUnderWay)
        wiki.send(signal)
        let ended = try wiki.waitUntilStopped()
        #expect(ended.code == (signal == SIGTERM ? 0 : 128 + SIGKILL))
        let taken = try pushers.flatMap { try $0.wait(seconds: 120).lines }
        #expect(taken.count >= 4)
        try expectAllThere(taken, in: wiki)
        try wiki.start()
        for line in taken {
            let page = line.split(separator: " ")[2].dropLast(3)
            #expect(try Visitor(wiki).get("/\(page)").status == 200, "\(page)")
        }
        let carl = try wiki.clone(as: "carl", to: "again")
        try carl.commit(["After.md": "It goes on.\n"])
        #expect(try carl.outcome("push", "origin", "main").code == 0)
        try wiki.expectNothingLeft()
    }
}
