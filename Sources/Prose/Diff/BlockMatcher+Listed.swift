extension BlockMatcher {
    /// Pairs items of one list, rows of one table and entries of the front matter that say the same at another place in it, the
    /// first with the first. Linear.
    mutating func matchListed() {
        let oldRest = unpairedOld.filter { old.blocks[$0].list != nil }
        let newRest = unpairedNew.filter { new.blocks[$0].list != nil }
        guard !oldRest.isEmpty, !newRest.isEmpty else { return }
        let lists = BlockLists(self)
        // The first place of each key, and for each place the next of the same key.
        var first = [Int32](repeating: -1, count: table.count)
        var next = [Int32](repeating: -1, count: oldRest.count)
        for (place, block) in oldRest.enumerated().reversed() where lists.hasPartner(block) {
            next[place] = first[oldKey(block)]
            first[oldKey(block)] = Int32(truncatingIfNeeded: place)
        }
        for block in newRest {
            let place = Int(first[newKey(block)])
            guard place >= 0, lists.areOne(oldRest[place], block) else { continue }
            first[newKey(block)] = next[place]
            pair(oldRest[place], block, saysTheSame: true)
        }
    }

    /// Pairs what is left of the front matter by its keys, the first of each. Linear.
    mutating func matchKeys() {
        var places: [ArraySlice<UInt8>: Int] = [:]
        for block in unpairedOld where old.blocks[block].kind == .frontMatterEntry && !old.blocks[block].key.isEmpty {
            let key = old.text[old.blocks[block].key]
            if places[key] == nil { places[key] = block }
        }
        guard !places.isEmpty else { return }
        for block in unpairedNew where new.blocks[block].kind == .frontMatterEntry {
            guard let found = places.removeValue(forKey: new.text[new.blocks[block].key]) else { continue }
            pair(found, block, saysTheSame: oldKey(found) == newKey(block))
        }
    }

    /// Pairs headings that have no partner where the blocks that follow them are the same: that one heading was given other words.
    mutating func matchHeadings() {
        for block in newMiddle where newPairs[block] < 0 && new.blocks[block].isHeading && block + 1 < new.blocks.count {
            let next = newPairs[block + 1]
            guard next >= 0, pairs[next].new.lowerBound == block + 1 else { continue }
            let before = pairs[next].old.lowerBound - 1
            guard oldMiddle.contains(before), oldPairs[before] < 0, old.blocks[before].isHeading else { continue }
            pair(before, block, saysTheSame: oldKey(before) == newKey(block))
        }
    }
}

extension ProseBlock {
    /// Whether it is a heading.
    var isHeading: Bool { if case .heading = kind { true } else { false } }
}
