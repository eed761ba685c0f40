import Testing

@testable import StaticExport

/// The same commit gives the same bytes: on any machine, after any past, however the site came to be.
struct SameBytesTests {
    @Test(arguments: HistoryDepth.allCases) func theSameCommitGivesTheSameTree(history: HistoryDepth) async throws {
        try await SiteSample.with { site in
            let options = SiteWiki.options(history) { $0.baseURL = "https://example.com/docs/" }
            try await site.export("one", options, threads: 1)
            try await site.export("two", options, threads: 3)
            let one = try site.tree("one")
            let two = try site.tree("two")
            #expect(two == one, "\(two.difference(from: one))")
            try await site.withAnother { other in
                try await other.export("three", options)
                let three = try other.tree("three")
                #expect(three == one, "\(three.difference(from: one))")
            }
        }
    }

    /// After each of some random commits, the site that followed is the one that is made from nothing.
    @Test(arguments: HistoryDepth.allCases, 1...6) func aSiteThatFollowedIsTheOneMadeAnew(history: HistoryDepth, seed: Int) async throws {
        var random = RandomSite(seed: seed)
        try await SiteWiki.with(random.files) { site in
            let options = SiteWiki.options(history) { $0.compresses = seed == 3 }
            try await site.export("followed", options)
            for number in 1...12 {
                let (author, message) = random.step()
                try await site.commit(random.files, by: author, message)
                let followed = try await site.export("followed", options)
                let anew = try await site.export("anew-\(number)", options)
                #expect(followed.broken.count == anew.broken.count && Set(followed.broken) == Set(anew.broken))
                let (one, other) = (try site.tree("followed"), try site.tree("anew-\(number)"))
                #expect(one == other, "seed \(seed), step \(number), followed (+) and anew (-):\n\(one.difference(from: other))")
                guard one == other else { return }
            }
            let followed = try site.tree("followed")
            #expect(SiteLinks(followed).brokenFiles == [])
            try await site.withAnother { other in
                try await other.export("elsewhere", options)
                let elsewhere = try other.tree("elsewhere")
                #expect(elsewhere == followed, "seed \(seed), another index:\n\(elsewhere.difference(from: followed))")
            }
        }
    }

    /// Several commits at once are followed as one by one.
    @Test(arguments: 11...14) func whatHappenedBetweenTwoRunsIsNoMatter(seed: Int) async throws {
        var random = RandomSite(seed: seed)
        try await SiteWiki.with(random.files) { site in
            try await site.export("followed", SiteWiki.options(.full))
            for _ in 1...8 {
                let (author, message) = random.step()
                try await site.commit(random.files, by: author, message)
            }
            try await site.export("followed", SiteWiki.options(.full))
            try await site.export("anew", SiteWiki.options(.full))
            let (one, other) = (try site.tree("followed"), try site.tree("anew"))
            #expect(one == other, "seed \(seed), followed (+) and anew (-):\n\(one.difference(from: other))")
        }
    }
}
