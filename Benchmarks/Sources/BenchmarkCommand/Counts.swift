/// How much of everything a run does.
struct Counts {
    var rounds = 3
    var loadSeconds = 4
    var saves = 300
    var reads = 400
    var inits = 3
    var starts = 9
    var flatPages = 5_000
    var widePages = 20_000
    var wideCommits = 20_000
    var generatedCommits = 9_000
    /// Of the wiki that is exported.
    var largePages = 20_000
    var crawlSeconds = 12
    var crawlConnections = 200
    var clones = 5
    var heavyMebibytes = 200
    var pushes = 20
    /// How many pushes of many commits, and how many commits each brings.
    var longPushes = 3
    var longPush = 1_000
    var accounts = 20
    /// How many at once.
    var logins = 100
    /// How many one after another.
    var loginsAlone = 50
    /// How many servers are started for one view each.
    var firstViews = 25
    /// Of the busiest page.
    var busyEdits = 100

    static let full = Counts()
    /// Enough to see that a part works; its figures say little.
    static let quick = Counts(
        rounds: 1, loadSeconds: 1, saves: 30, reads: 40, inits: 1, starts: 2, flatPages: 200, widePages: 800, wideCommits: 1_000,
        generatedCommits: 900, largePages: 800, crawlSeconds: 3, crawlConnections: 200, clones: 1, heavyMebibytes: 40, pushes: 3,
        longPushes: 1, longPush: 100, accounts: 5, logins: 25, loginsAlone: 5, firstViews: 2, busyEdits: 10)
}
