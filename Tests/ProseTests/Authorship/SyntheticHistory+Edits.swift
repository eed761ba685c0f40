import TestSupport

/// The operations of which revisions are made.
extension SyntheticHistory {
    mutating func edit() {
        switch random.number(below: 100) {
        case ..<34: changeWords(page: 0, mark: .edited)
        case ..<44: addSentence()
        case ..<50: removeSentence()
        case ..<57: addParagraph()
        case ..<63: removeParagraph()
        case ..<70: moveParagraph()
        case ..<77: moveSentence()
        case ..<84: restore(withEdits: false)
        case ..<91: restore(withEdits: true)
        case ..<93: reflow()
        case ..<95: joinOrSplit()
        case ..<97: changeCase()
        case ..<99: changeSigns()
        default: copy()
        }
    }

    mutating func addParagraph() {
        page.paragraphs.insert(newParagraph(), at: random.number(below: page.paragraphs.count + 1))
    }

    private mutating func removeParagraph() {
        guard page.paragraphs.count > 8 else { return addParagraph() }
        bin.append(page.paragraphs.remove(at: random.number(below: page.paragraphs.count)))
    }

    /// Replaces, inserts and deletes a few words of one sentence.
    mutating func changeWords(page number: UInt32, mark: Trial?, where isMeant: (Int) -> Bool = { _ in true }) {
        let places = page.paragraphs.indices.filter { isMeant(page.paragraphs[$0].id) && page.paragraphs[$0].kind != .heading }
        guard let place = places.randomElement(using: &random), !page.paragraphs[place].sentences.isEmpty else { return }
        let index = random.number(below: page.paragraphs[place].sentences.count)
        var sentence = page.paragraphs[place].sentences[index]
        for _ in 0..<1 + random.number(below: 3) { sentence.change(by: revision, page: number, vocabulary, &random) }
        if let mark { for word in sentence.words.indices { sentence.words[word].trials.insert(mark) } }
        page.paragraphs[place].sentences[index] = sentence
    }

    private mutating func text() -> Int? {
        page.paragraphs.indices.filter { page.paragraphs[$0].kind == .text }.randomElement(using: &random)
    }

    private mutating func addSentence() {
        guard let place = text() else { return addParagraph() }
        let sentence = vocabulary.sentence(by: revision, page: 0, &random)
        page.paragraphs[place].sentences.insert(sentence, at: random.number(below: page.paragraphs[place].sentences.count + 1))
    }

    private mutating func removeSentence() {
        guard let place = text(), page.paragraphs[place].sentences.count > 1 else { return }
        page.paragraphs[place].sentences.remove(at: random.number(below: page.paragraphs[place].sentences.count))
    }

    private mutating func moveParagraph() {
        guard page.paragraphs.count > 1 else { return }
        var moved = page.paragraphs.remove(at: random.number(below: page.paragraphs.count))
        moved.mark(.movedParagraph)
        if random.number(below: 3) == 0, moved.size > 8 { moved.change(share: 8, by: revision, page: 0, vocabulary, &random) }
        page.paragraphs.insert(moved, at: random.number(below: page.paragraphs.count + 1))
    }

    private mutating func moveSentence() {
        guard let from = text(), page.paragraphs[from].sentences.count > 1 else { return }
        var sentence = page.paragraphs[from].sentences.remove(at: random.number(below: page.paragraphs[from].sentences.count))
        for word in sentence.words.indices { sentence.words[word].trials.insert(.movedSentence) }
        guard let to = text() else { return }
        page.paragraphs[to].sentences.insert(sentence, at: random.number(below: page.paragraphs[to].sentences.count + 1))
    }

    private mutating func restore(withEdits: Bool) {
        guard !bin.isEmpty else { return }
        var paragraph = bin.remove(at: random.number(below: bin.count))
        paragraph.mark(withEdits ? .restoredWithEdits : .restored)
        if withEdits { paragraph.change(share: 5 + random.number(below: 28), by: revision, page: 0, vocabulary, &random) }
        page.paragraphs.insert(paragraph, at: random.number(below: page.paragraphs.count + 1))
    }

    private mutating func reflow() {
        let width = [0, 40, 60, 72, 100][random.number(below: 5)]
        for place in page.paragraphs.indices where page.paragraphs[place].kind == .text && page.paragraphs[place].width != width {
            page.paragraphs[place].width = width
            page.paragraphs[place].mark(.reflowed)
        }
    }

    private mutating func joinOrSplit() {
        guard let place = text() else { return }
        page.paragraphs[place].mark(.reflowed)
        if page.paragraphs[place].sentences.count > 1, random.number(below: 2) == 0 {
            let cut = 1 + random.number(below: page.paragraphs[place].sentences.count - 1)
            var rest = page.paragraphs[place]
            rest.sentences = Array(rest.sentences[cut...])
            page.paragraphs[place].sentences.removeSubrange(cut...)
            paragraphs += 1
            let half = TrueParagraph(id: paragraphs, kind: .text, sentences: rest.sentences, width: rest.width)
            page.paragraphs.insert(half, at: place + 1)
        } else if place + 1 < page.paragraphs.count, page.paragraphs[place + 1].kind == .text {
            page.paragraphs[place + 1].mark(.reflowed)
            page.paragraphs[place].sentences += page.paragraphs.remove(at: place + 1).sentences
        }
    }

    private mutating func changeCase() {
        guard let place = text() else { return }
        let sentence = random.number(below: page.paragraphs[place].sentences.count)
        let index = random.number(below: page.paragraphs[place].sentences[sentence].words.count)
        let word = page.paragraphs[place].sentences[sentence].words[index]
        let isSmall = word.text == word.text.lowercased()
        let text = isSmall ? word.text.uppercased() : word.text.lowercased()
        page.paragraphs[place].sentences[sentence].words[index] = TrueWord(text: text, signs: word.signs, revision: revision, page: 0)
    }

    private mutating func changeSigns() {
        guard let place = text() else { return }
        let sentence = random.number(below: page.paragraphs[place].sentences.count)
        page.paragraphs[place].sentences[sentence].end = ["!", ";", "..."][random.number(below: 3)]
        let index = random.number(below: page.paragraphs[place].sentences[sentence].words.count)
        page.paragraphs[place].sentences[sentence].words[index].signs = ("\"", "\"")
    }

    private mutating func copy() {
        guard let place = text() else { return }
        var copy = page.paragraphs[place]
        copy.mark(.copied)
        paragraphs += 1
        let second = TrueParagraph(id: paragraphs, kind: .text, sentences: copy.sentences, width: copy.width)
        page.paragraphs.insert(second, at: random.number(below: page.paragraphs.count + 1))
    }

    /// Goes back to a revision of the last ten.
    mutating func revert() {
        guard var old = past.suffix(10).randomElement(using: &random) else { return }
        for place in old.paragraphs.indices { old.paragraphs[place].mark(.reverted) }
        page = old
        commit()
    }

    /// Somebody blanks the page or fills it with junk, and somebody else puts it right.
    mutating func vandalism() {
        var good = page
        page = TruePage()
        if random.number(below: 3) > 0 { for _ in 0..<1 + random.number(below: 8) { addParagraph() } }
        if random.number(below: 3) == 0 { page.paragraphs += good.paragraphs.prefix(2) }
        commit()
        if random.number(below: 3) == 0 {
            addParagraph()
            commit()
        }
        let isWhole = random.number(below: 2) == 0
        for place in good.paragraphs.indices { good.paragraphs[place].mark(isWhole ? .reverted : .revertedWithEdits) }
        page = good
        if !isWhole {
            if random.number(below: 2) == 0 { removeParagraph() }
            for _ in 0..<1 + random.number(below: 4) { changeWords(page: 0, mark: nil) }
        }
        commit()
    }
}
