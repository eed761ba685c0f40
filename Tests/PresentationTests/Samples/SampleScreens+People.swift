import Presentation

/// Screens that show people.
extension SampleScreens {
    var everybody: [SampleScreen] {
        [
            SampleScreen(name: "contributors", screen: everyone, layout: layout("People", tab: nil)),
            SampleScreen(name: "contributors-ranking", screen: ranking, layout: layout("People", tab: nil)),
            SampleScreen(name: "contributors-nobody", screen: nobody(""), layout: layout("People", tab: nil)),
            SampleScreen(name: "contributors-nothing", screen: nobody("x\"><script>"), layout: layout("People", tab: nil)),
            SampleScreen(name: "contributor", screen: profile, layout: layout("Rob Pike", tab: nil)),
            SampleScreen(name: "contributor-bare", screen: bareProfile, layout: layout("Ada Lovelace", tab: nil)),
        ]
    }

    private func line(_ name: String, _ edits: Int, living: Int? = nil, isUnconfirmed: Bool = false) -> PersonLine {
        PersonLine(
            name: name, address: name, edits: edits, living: living, seconds: 1_795_000_000 - edits * 4321, isUnconfirmed: isUnconfirmed,
            in: context)
    }

    private var everyone: PeopleView {
        PeopleView(
            lines: [line("Rob Pike", 1204), line("林 美咲", 1), line("<script>alert(1)</script>", 3, isUnconfirmed: true)],
            orders: ["recent", "name"], order: "name", usual: "recent", query: "p", total: 1185, after: "m31n7", isFirstPage: false,
            in: context)
    }

    private var ranking: PeopleView {
        PeopleView(
            lines: [line("Rob Pike", 1204, living: 48_210), line("林 美咲", 1, living: 1)], orders: ["recent", "name", "words"],
            order: "words", usual: "recent", total: 2, isRanking: true, in: context)
    }

    private func nobody(_ query: String) -> PeopleView {
        PeopleView(lines: [], orders: ["recent", "name"], order: "recent", usual: "recent", query: query, total: 0, in: context)
    }

    private var profile: PersonProfileView {
        let weeks = 2915...2967
        let edits = Dictionary(uniqueKeysWithValues: weeks.map { ($0, $0 % 7 == 0 ? 12 : $0 % 5) })
        return PersonProfileView(
            name: "Rob Pike", account: "rob", isUnconfirmed: true,
            figures: .init(
                edits: 1204, pages: 310, written: 120_480, living: 48_210, isCounted: false, first: 1_300_000_000, last: 1_795_000_000),
            ways: .init(address: "rob", years: [2026, 2025, 2019], year: 2026, after: "77", isFirstPage: false),
            calendar: WeekCalendar(weeks: weeks, edits: edits, in: context),
            pages: [
                PersonPageLine(path: path("Guides/Concurrency"), title: "Mutex or channel?", edits: 12, living: 1880, in: context),
                PersonPageLine(path: path("Modules"), title: "<b>Modules</b>", edits: 3, living: 0, in: context),
            ],
            edits: [
                PersonEditLine(
                    revision(0, "Rob Pike", "Explain when a mutex is the better tool", title: "Mutex or channel?"), isByOther: false),
                PersonEditLine(
                    revision(1, "Ada Lovelace", "Slice tricks", marks: [.created, .unconfirmed], title: "Slice tricks"), isByOther: true),
            ], in: context)
    }

    private var bareProfile: PersonProfileView {
        PersonProfileView(
            name: "Ada Lovelace",
            figures: .init(edits: 1, pages: 0, written: 0, living: 0, isCounted: true, first: 1_795_000_000, last: 1_795_000_000),
            ways: .init(address: "Ada Lovelace", years: [2026]),
            calendar: WeekCalendar(weeks: WeekCalendar.weeks(ofYear: 2026), edits: [:], year: 2026, in: context), pages: [], edits: [],
            in: context)
    }
}
