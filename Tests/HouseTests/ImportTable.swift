/// Who may import whom: the table of `Wiki/Architecture.md` as data.
enum ImportTable {
    /// What any module may import.
    static let free: Set<String> = [
        "Swift", "FoundationEssentials", "Synchronization", "Dispatch", "Glibc", "Logging", "Metrics",
    ]

    /// What modules that speak HTTP may import besides.
    private static let http: Set<String> = [
        "Hummingbird", "HummingbirdCore", "NIOCore", "NIOHTTP1", "NIOHTTPTypes", "HTTPTypes", "ServiceLifecycle",
        "UnixSignals",
    ]

    /// Starting processes, and the package from which its file paths come.
    private static let processes: Set<String> = ["Subprocess", "SystemPackage"]

    /// One row a module. A module that is not here fails the test.
    static let rows: [String: Set<String>] = [
        "CLibgit2": [],
        "CCommonMark": [],
        "CGumbo": [],
        "CHighlight": [],
        "CSodium": [],
        "CCurl": [],
        "CZlib": [],
        "CLibzip": [],
        "CFileSystem": [],
        "Git": processes.union(["CLibgit2"]),
        "Prose": [],
        "PushHook": [],
        "StemmaPreReceive": ["PushHook"],
        "Markup": ["CCommonMark", "CGumbo", "CHighlight", "Yams"],
        "Wording": ["Yams"],
        "WikiCore": ["Git", "Prose", "Markup", "Yams", "GRDB"],
        "Community": ["Git", "Markup", "WikiCore", "Yams", "CSodium", "CCurl", "GRDB"],
        "Presentation": ["Git", "Prose", "Markup", "Wording", "WikiCore", "Community", "Yams"],
        "WebServer": http.union(["Git", "Prose", "Markup", "Wording", "WikiCore", "Community", "Presentation", "CZlib"]),
        "GitTransport": http.union(["Git", "PushHook", "Wording", "WikiCore", "Community", "CZlib"]),
        "StaticExport": ["Git", "Prose", "Markup", "Wording", "WikiCore", "Presentation", "CFileSystem", "CZlib", "CLibzip"],
        "StemmaCommand": http.union([
            "Git", "Prose", "Markup", "Wording", "WikiCore", "Community", "Presentation", "WebServer", "GitTransport", "StaticExport",
            "ArgumentParser", "Yams",
        ]),
    ]

    /// Test targets that belong to no one module, and what they may import.
    static let testRows: [String: Set<String>] = [
        "HouseTests": [],
        "TestSupport": ["Git", "Markup", "WikiCore", "GRDB"],
    ]

    /// What every test may import besides what its module may.
    static let freeForTests: Set<String> = ["Testing", "TestSupport"]

    /// What the tests of one module may import besides.
    private static let testExtras: [String: Set<String>] = [
        "WebServer": ["NIOEmbedded"], "GitTransport": ["Markup"],
    ]

    /// Folders whose files may import all of Foundation, because GRDB's own interface speaks it.
    static let foundationFolders = ["/PageIndex/", "/CommunityDatabase/"]

    /// What the files of a folder below `Sources/` or `Tests/` may import; `nil` for an unknown one.
    static func allowed(isProduct: Bool, folder: String) -> Set<String>? {
        if isProduct { return rows[folder].map { $0.union(free) } }
        if let row = testRows[folder] { return row.union(free).union(freeForTests) }
        guard folder.hasSuffix("Tests"), case let module = String(folder.dropLast(5)), let row = rows[module] else { return nil }
        return row.union(free).union(freeForTests).union(testExtras[module] ?? []).union([module])
    }
}
