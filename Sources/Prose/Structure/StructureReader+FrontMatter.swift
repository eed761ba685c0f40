extension StructureReader {
    /// Reads the front matter, if the text begins with one that is closed; tells the line after it.
    mutating func readFrontMatter() -> Int {
        guard lines.count > 1, let sign = fenceSign(0) else { return 0 }
        guard let close = (1..<lines.count).first(where: { fenceSign($0) == sign || (sign == 0x2D && isDots($0)) }) else { return 0 }
        add(.frontMatterFence, 0, shape(0), content: 0, isOpen: false)
        for line in 1..<close { readEntry(line) }
        add(.frontMatterFence, close, shape(close), content: lines.ranges[close].lowerBound, isOpen: false)
        return close + 1
    }

    private mutating func readEntry(_ line: Int) {
        let shape = shape(line)
        if shape.isBlank { return addBlank(line) }
        let isFirst = blocks.last?.kind == .frontMatterFence
        if let key = key(shape) {
            add(.frontMatterEntry, line, shape, content: shape.content.lowerBound, isOpen: true, key: key)
        } else if isFirst {
            add(.frontMatterEntry, line, shape, content: shape.content.lowerBound, isOpen: true)
        } else {
            goOn(to: line)
        }
    }

    /// A key at the beginning of a line: up to a colon that a space or the end follows, or an equals sign.
    private func key(_ shape: LineShape) -> Range<Int>? {
        let start = shape.content.lowerBound
        guard shape.start == start, let first = text[start..<shape.end].first, !" #-[]{}".utf8.contains(first) else { return nil }
        guard let stop = text[start..<shape.end].firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=") }) else {
            return nil
        }
        var end = stop
        while end > start, text[end - 1].isASCIISpace { end -= 1 }
        return start..<end
    }

    private func shape(_ line: Int) -> LineShape { LineShape(text, lines.content(of: line)) }

    private func fenceSign(_ line: Int) -> UInt8? {
        var content = lines.content(of: line)
        if line == 0, text.starts(with: LineEnds.byteOrderMark) { content = 3..<max(3, content.upperBound) }
        while let last = text[content].last, last.isASCIISpace { content = content.dropLast() }
        let bytes = text[content]
        if bytes.elementsEqual("---".utf8) { return UInt8(ascii: "-") }
        return bytes.elementsEqual("+++".utf8) ? UInt8(ascii: "+") : nil
    }

    private func isDots(_ line: Int) -> Bool { text[lines.content(of: line)].elementsEqual("...".utf8) }
}
