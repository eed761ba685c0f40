import Community
import Git
import Hummingbird
import Presentation
import WikiCore
import Wording

/// The people who edit: all of them, and the page of each.
package struct ContributorController: Sendable {
    let site: WikiSite

    private static let pageSize = 50
    /// Counted no further.
    private static let countBound = 100_000

    /// A controller of this site.
    package init(_ site: WikiSite) {
        self.site = site
    }

    /// Mounts its addresses.
    package func addRoutes(to routes: inout SiteRoutes) {
        routes.get("-/people", needs: .read, use: list)
        routes.get("-/people/{name}", needs: .read, use: show)
    }

    // MARK: All of them

    @Sendable private func list(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let text = try visit.query.text("q") ?? ""
        guard text.unicodeScalars.count <= site.configuration.limits.query else { throw WebError.malformed }
        let orders = PeopleOrder.allCases.filter { $0 != .words || site.configuration.people.ranking }
        let asked = try visit.query.text("order").flatMap { PeopleOrder(rawValue: $0) }
        let order = asked.flatMap { orders.contains($0) ? $0 : nil } ?? .recent
        // Words are counted beside the history, and people leave rankings, while the wiki stands where it stood.
        let isKept = order != .words
        if isKept, let kept = visit.keptList() { return kept }
        let after = try visit.query.text("after").flatMap { PeopleCursor($0) }
        let hidden = isKept ? [] : try await site.members.accounts.unranked()
        let (found, total) = try await site.costly.run {
            try await site.wiki.read { snapshot in
                (
                    try snapshot.index.people(order, named: text, leavingOut: hidden, after: after, limit: Self.pageSize),
                    try snapshot.index.peopleCount(named: text, bound: Self.countBound)
                )
            }
        }
        let lines = found.people.map {
            PersonLine(
                name: $0.name, address: $0.address, edits: $0.edits, living: isKept ? nil : $0.living, seconds: Int($0.last.time),
                isUnconfirmed: $0.isUnconfirmed, in: visit.views)
        }
        let view = PeopleView(
            lines: lines, orders: orders.map(\.rawValue), order: order.rawValue, usual: PeopleOrder.recent.rawValue, query: text,
            longest: site.configuration.limits.query, total: total, after: found.next?.text, isFirstPage: after == nil, isRanking: !isKept,
            in: visit.views)
        let layout = visit.layout(site.words.text("contributors.heading"))
        return isKept ? try visit.answerList(view, in: layout) : try visit.answer(view, in: layout)
    }

    // MARK: One of them

    @Sendable private func show(_ request: Request, _ context: WebRequestContext) async throws -> Response {
        let visit = try await Visit(request, context, site)
        let name = try visit.name(after: "people")
        let year = visit.query.number("year").flatMap { (1...9999).contains($0) ? $0 : nil }
        let before = visit.query.number("after").map(Int64.init)
        guard let person = try await site.wiki.read({ try $0.index.person(at: name) }) else { throw WebError.notFound }
        guard person.address.utf8.elementsEqual(name.utf8) else {
            return .found(visit.urls.person(person.address, year: year))
        }
        let screen = PersonScreen(source: site.screens, person: person, year: year, before: before, now: site.wiki.now)
        let content = try await site.costly.run { try await site.wiki.read { try screen.read($0) } }
        let notes = try await PushNotes(of: content.edits.map(\.commit.id), in: site.members)
        var layout = visit.layout(person.name)
        layout.feeds.append(LinkView(label: site.words.text("profile.feed"), href: visit.urls.feedPerson(person.address)))
        return try visit.answer(screen.view(content, notes: notes), in: layout)
    }
}

extension Visit {
    /// The name behind a verb: what follows `/-/verb/`, decoded once.
    func name(after verb: String) throws -> String {
        let path = try path(after: verb)
        guard path.segments.count == 1, let name = String(validating: path.bytes, as: UTF8.self) else { throw WebError.notFound }
        return name
    }
}
