import Git
import Presentation
import WikiCore
import Wording

/// The people who edited.
extension SitePress {
    /// How many people a part of their list shows.
    private static let peoplePage = 200

    /// A person's page and feed.
    func person(_ person: Person, _ plan: RunPlan) throws -> [ExportFile] {
        guard let stem = site.stem(ofPerson: person.address) else { return [] }
        let path = "-/people/\(stem).html"
        let source = source(path)
        let isShown = { plan.content.places[$0] != nil }
        let screen = PersonScreen(source: source, person: person, year: nil, before: nil, now: plan.now)
        let content = try screen.read(snapshot, naming: isShown)
        var layout = layout(person.name, source, in: path)
        layout.feeds.append(LinkView(label: source.words.text("profile.feed"), href: source.urls.feedPerson(person.address)))
        let page = try file(path, screen.view(content) { try run.pushNotes($0) }, in: layout)
        let feed = try feed("-/feed/people/\(stem).xml") { context in
            FeedView(
                person: try feedEntries(content.edits, context), name: person.name, address: person.address,
                siteName: configuration.site.name, wiki: run.identity, in: context)
        }
        return [page, feed]
    }

    /// All of them, by their last edit and by name.
    func people(_ plan: RunPlan) throws -> [ExportFile] {
        let people = plan.content.people
        let orders: [(PeopleOrder, [Person])] = [
            (.recent, people.sorted { ($0.last.place, $1.name) > ($1.last.place, $0.name) }),
            (.name, people.sorted { (PersonName($0.name).key, $0.first.place) < (PersonName($1.name).key, $1.first.place) }),
        ]
        return try orders.flatMap { order, people in
            try stride(from: 0, to: max(1, people.count), by: Self.peoplePage).map { start in
                let shown = people[start..<min(start + Self.peoplePage, people.count)]
                let asked = order == .recent ? nil : order.rawValue
                let number = start / Self.peoplePage
                let path = site.people(order: asked, after: number == 0 ? nil : String(number + 1))
                let source = source(path)
                let lines = shown.map {
                    PersonLine(
                        name: $0.name, address: $0.address, edits: $0.edits, seconds: Int($0.last.time), isUnconfirmed: $0.isUnconfirmed,
                        in: source.context)
                }
                let view = PeopleView(
                    lines: lines, orders: [PeopleOrder.recent, .name].map(\.rawValue), order: order.rawValue,
                    usual: PeopleOrder.recent.rawValue, total: people.count,
                    after: start + Self.peoplePage < people.count ? String(number + 2) : nil, isFirstPage: number == 0, in: source.context)
                return try file(path, view, in: layout(source.words.text("contributors.heading"), source, in: path))
            }
        }
    }
}
