/// The people who edit.
extension SiteURL {
    /// Everyone who edited, in an order, or those of a name; `after` is the cursor that the page before gave.
    package func people(order: String? = nil, named query: String? = nil, after: String? = nil) -> String {
        if let place { return query == nil ? place.address(place.site.people(order: order, after: after)) : "" }
        return Self.withQuery(interface("people"), [("order", order), ("q", query), ("after", after)])
    }

    /// One of them, by account or by name: the calendar of a year where given, older edits with `after`.
    package func person(_ name: String, year: Int? = nil, after: String? = nil) -> String {
        if let place {
            let stem = year == nil && after == nil ? place.site.people[name] : nil
            return stem.map { place.address("-/people/\($0).html") } ?? elsewhere { $0.person(name, year: year, after: after) }
        }
        return Self.withQuery(interface("people/\(PercentCoding.segment(name.utf8))"), [("year", year.map(String.init)), ("after", after)])
    }

    /// The feed of one contributor's edits.
    package func feedPerson(_ name: String) -> String {
        if let place, let stem = place.site.people[name] { return place.address("-/feed/people/\(stem).xml") }
        return interface("feed/people/\(PercentCoding.segment(name.utf8))")
    }

    /// The list of people in the API.
    package func apiPeople(after: String? = nil) -> String { Self.withQuery("\(api)/people", [("after", after)]) }

    /// One of them in the API.
    package func apiPerson(_ name: String) -> String { "\(api)/people/\(PercentCoding.segment(name.utf8))" }
}
