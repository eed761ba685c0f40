/// An address of the wiki, how it is knocked at, and the least role that it opens to.
package struct Door: Sendable {
    /// The roles, each with those before it; a stranger has none.
    package enum Rank: Int, CaseIterable, Comparable, Sendable {
        case stranger, reader, contributor, reviewer, moderator, admin

        /// Its name, as the command line takes it.
        package var role: String { "\(self)" }

        package static func < (one: Rank, other: Rank) -> Bool { one.rawValue < other.rawValue }
    }

    /// The method.
    package let method: String
    /// The address, with its query.
    package let address: String
    /// Who is let in.
    package let least: Rank

    /// True for an address of the API.
    package var isAPI: Bool { address.hasPrefix("/-/api/") }
    /// True for an address of git.
    package var isGit: Bool { address.hasPrefix("/wiki.git/") }

    /// All doors of a wiki that has a page `Home`, a file `files/note.txt`, an account `ada` and this newest commit.
    /// - Parameter reading: the least rank that reads.
    package static func all(commit id: String, reading: Rank) -> [Door] {
        func doors(_ least: Rank, _ method: String, _ addresses: String...) -> [Door] {
            addresses.map { Door(method: method, address: $0, least: least) }
        }
        let open =
            doors(
                .stranger, "GET", "/-/assets/stemma.css", "/-/health", "/robots.txt", "/favicon.ico", "/.well-known/x", "/-/login",
                "/-/register", "/-/forgotten")
            + doors(.stranger, "GET", "/-/logout", "/-/invitation/x", "/-/first-admin/x", "/-/reset/x")
            + doors(.stranger, "POST", "/-/login", "/-/register", "/-/forgotten", "/-/invitation/x", "/-/first-admin/x", "/-/reset/x")
        let pages = doors(
            reading, "GET", "/", "/Home", "/Home?raw", "/Home.md", "/files/note.txt", "/Nobody", "/-/history/Home", "/-/diff/Home?to=\(id)",
            "/-/book/Home", "/-/authors/Home", "/-/people", "/-/people/nobody", "/-/feed/people/nobody",
            "/-/commit/\(id)", "/-/recent", "/-/search?q=home", "/-/search/titles?q=h", "/-/pages", "/-/pages/files", "/-/feed/recent",
            "/-/feed/history/Home", "/-/help/", "/-/help/Guide/Editing", "/-/nothing", "/-/file/x.png",
            "/wiki.git/info/refs?service=git-upload-pack")
        let api =
            doors(
                reading, "GET", "/-/api/v1/pages", "/-/api/v1/pages/Home", "/-/api/v1/history/Home", "/-/api/v1/diff/Home?to=\(id)",
                "/-/api/v1/authors/Home", "/-/api/v1/people", "/-/api/v1/people/nobody",
                "/-/api/v1/recent", "/-/api/v1/search?q=home", "/-/api/v1/openapi.json")
            + doors(reading, "POST", "/-/book/Home", "/-/api/v1/render", "/wiki.git/git-upload-pack")
        return open + pages + api + changes(id) + own + administration
    }

    private static func changes(_ id: String) -> [Door] {
        let edit = ["/-/edit/Home", "/-/new", "/-/attach/", "/-/revert/\(id)", "/-/restore/Home?rev=\(id)", "/-/delete/Home"]
        // What would change something is knocked at where there is nothing to change.
        let send = [
            "/-/edit/Nobody", "/-/preview/Nobody", "/-/new", "/-/attach/", "/-/revert/1234567", "/-/restore/Nobody?rev=1234567",
            "/-/delete/Nobody", "/-/api/v1/pages/Nobody/restore", "/-/api/v1/commits/1234567/revert", "/wiki.git/git-receive-pack",
        ]
        return edit.map { Door(method: "GET", address: $0, least: .contributor) }
            + send.map { Door(method: "POST", address: $0, least: .contributor) }
            + [
                Door(method: "GET", address: "/wiki.git/info/refs?service=git-receive-pack", least: .contributor),
                Door(method: "PUT", address: "/-/api/v1/pages/Nobody", least: .contributor),
                Door(method: "DELETE", address: "/-/api/v1/pages/Nobody", least: .contributor),
            ]
    }

    private static var own: [Door] {
        let shown = ["", "/password", "/address", "/credit", "/sessions", "/tokens", "/keys", "/deletion"]
        let sent = [
            "", "/password", "/address", "/address/commits", "/credit", "/credit/release", "/credit/confirm", "/sessions",
            "/sessions/others",
            "/tokens", "/tokens/revoke", "/keys", "/keys/remove", "/deletion",
        ]
        return shown.map { Door(method: "GET", address: "/-/settings\($0)", least: .reader) }
            + sent.map { Door(method: "POST", address: "/-/settings\($0)", least: .reader) }
            + ["GET", "POST"].map { Door(method: $0, address: "/-/confirm/x", least: .reader) }
    }

    private static var administration: [Door] {
        let doors: [(String, String, Rank)] = [
            ("GET", "credits", .reviewer), ("POST", "credits", .reviewer), ("GET", "people", .moderator), ("GET", "people/ada", .moderator),
            ("POST", "people/ada/state", .moderator), ("GET", "edits", .moderator), ("POST", "edits", .moderator),
            ("GET", "invitations", .moderator), ("POST", "invitations", .moderator),
            ("POST", "invitations/revoke", .moderator), ("POST", "people/ada/role", .admin), ("POST", "people/ada/link", .admin),
            ("POST", "people/ada/address", .admin), ("GET", "access", .admin), ("POST", "access", .admin), ("GET", "export", .admin),
            ("POST", "export", .admin), ("GET", "audit", .admin),
        ]
        return doors.map { Door(method: $0.0, address: "/-/admin/\($0.1)", least: $0.2) }
            + [Door(method: "POST", address: "/-/api/v1/edits/undo", least: .moderator)]
    }
}
