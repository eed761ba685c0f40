extension SentenceView {
    /// People in a row, as `NamesText` words it, each with their colour and the way to their page.
    package init(people: [NamedPerson], in context: ViewContext) {
        let shown = (people.isEmpty ? [NamedPerson("")] : people).prefix(NamesText.limit).map {
            PersonView(name: $0.name, href: $0.href, in: context)
        }
        guard let key = NamesText.phrase(for: people.count) else {
            self.init(person: shown[0])
            return
        }
        var values: [String: SentenceValue] = ["count": .number(max(0, people.count - NamesText.limit))]
        for (place, person) in zip(NamesText.places, shown) { values[place] = .person(person) }
        self.init(key, values, in: context)
    }
}
