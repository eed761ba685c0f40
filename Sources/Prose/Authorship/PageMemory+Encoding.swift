extension Vocabulary {
    func write(to writer: inout NumberWriter) {
        writer.write(hashes.count)
        for hash in hashes { writer.writeWhole(hash) }
        writer.write(bytes: shapes)
        for number in writings { writer.write(UInt64(number)) }
        writer.write(newSentences)
    }

    init(from reader: inout NumberReader) throws(AuthorshipError) {
        let count = try reader.readCount(ofSize: 10)
        var hashes: [UInt64] = []
        hashes.reserveCapacity(count)
        for _ in 0..<count { hashes.append(try reader.readWhole()) }
        self.init()
        for (index, shape) in try reader.read(bytes: count).enumerated() {
            guard number(of: hashes[index], shape: shape) == UInt32(index) else { throw .damaged }
        }
        for index in 0..<count { write(UInt32(index), times: UInt32(try reader.read(below: 1 << 31))) }
        newSentences = try reader.read(below: 1 << 31)
    }
}

extension SentenceStore {
    func write(to writer: inout NumberWriter) {
        writer.write(count)
        for sentence in 0..<count {
            let words = self[UInt32(sentence)]
            writer.write(words.count)
            for word in words { writer.write(UInt64(word)) }
        }
    }
}

extension PageMemory {
    mutating func readSentences(from reader: inout NumberReader) throws(AuthorshipError) {
        let count = try reader.readCount(ofSize: 2)
        let size = vocabulary.hashes.count
        var words: [UInt32] = []
        for index in 0..<count {
            words.removeAll(keepingCapacity: true)
            for _ in 0..<(try reader.read(below: SentenceCutter.mostTokens + 1)) { words.append(UInt32(try reader.read(below: size))) }
            guard !words.isEmpty, sentence(words[...]) == UInt32(index) else { throw .damaged }
        }
    }

    func writeOrigins(to writer: inout NumberWriter) {
        writer.write(origins.count)
        var last: UInt32 = 0
        for origin in origins {
            writer.writeStep(origin.revision, from: &last)
            writer.write(UInt64(origin.page))
        }
    }

    mutating func readOrigins(from reader: inout NumberReader) throws(AuthorshipError) {
        let count = try reader.readCount(ofSize: 2)
        var last: UInt32 = 0
        for index in 0..<count {
            let revision = try reader.readStep(from: &last, below: 1 << 32)
            let page = UInt32(try reader.read(below: 1 << 32))
            guard row(of: Origin(revision: revision, page: page)) == UInt32(index) else { throw .damaged }
        }
    }

    /// Says how far back the oldest was seen.
    mutating func readPassages(from reader: inout NumberReader) throws(AuthorshipError) -> Int {
        let count = try reader.readCount(ofSize: 4)
        var (sentence, origin): (UInt32, UInt32) = (0, 0)
        var farthest = 0
        for _ in 0..<count {
            _ = try reader.readStep(from: &sentence, below: sentences.count)
            var left = sentences[sentence].count
            let runCount = try reader.read(below: left + 1)
            var runs: [PassageStore.Run] = []
            for index in 0..<runCount {
                let length = index == runCount - 1 ? left : try reader.read(below: left)
                guard length > 0 else { throw .damaged }
                left -= length
                runs.append(PassageStore.Run(count: UInt32(length), origin: try reader.readStep(from: &origin, below: origins.count)))
            }
            guard left == 0 else { throw .damaged }
            let seen = try reader.read(below: 1 << 31)
            farthest = max(farthest, seen)
            passages.add(sentence, runs, lastSeen: UInt32(seen))
        }
        return farthest
    }
}

extension PassageStore {
    func write(to writer: inout NumberWriter, revisions: Int) {
        writer.write(count)
        var (sentence, origin): (UInt32, UInt32) = (0, 0)
        for passage in 0..<count {
            writer.writeStep(sentences[passage], from: &sentence)
            let runs = runs(UInt32(passage))
            writer.write(runs.count)
            for (index, run) in runs.enumerated() {
                if index < runs.count - 1 { writer.write(UInt64(run.count)) }
                writer.writeStep(run.origin, from: &origin)
            }
            writer.write(revisions - Int(lastSeen[passage]))
        }
    }
}

extension PastRevisions {
    func write(to writer: inout NumberWriter) {
        writer.write(count)
        for (index, revision) in list.enumerated() {
            writer.writeWhole(revision.fingerprint)
            writer.write(revision.base.map { index - Int($0) } ?? 0)
            writer.write(revision.changes.count)
            var (place, passage) = (0, UInt32(0))
            for change in revision.changes {
                writer.write(change.start - place)
                writer.write(change.removed)
                writer.write(change.added.count)
                for added in change.added { writer.writeStep(added, from: &passage) }
                place = change.start + change.removed
            }
        }
    }

    init(from reader: inout NumberReader, passages: Int) throws(AuthorshipError) {
        self.init()
        for index in 0..<(try reader.readCount(ofSize: 10)) {
            let fingerprint = try reader.readWhole()
            let back = try reader.read(below: index + 1)
            var changes: [Change] = []
            var (place, passage) = (0, UInt32(0))
            for _ in 0..<(try reader.readCount(ofSize: 3)) {
                let start = place + (try reader.read(below: 1 << 31))
                let removed = try reader.read(below: 1 << 31)
                var added: [UInt32] = []
                for _ in 0..<(try reader.readCount()) { added.append(try reader.readStep(from: &passage, below: passages)) }
                changes.append(Change(start: start, removed: removed, added: added))
                place = start + removed
            }
            guard append(Revision(fingerprint: fingerprint, base: back == 0 ? nil : UInt32(index - back), changes: changes)) else {
                throw .damaged
            }
        }
    }
}
