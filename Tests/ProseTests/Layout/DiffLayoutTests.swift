import Testing

@testable import Prose

@Suite struct DiffLayoutTests {
    private func layout(
        _ old: String, _ new: String, _ style: DiffLayout.Style, context: Int? = 1, opened: Set<Int> = []
    ) -> (DiffLayout, ProseDiff) {
        let diff = ProseDiff(old: bytes(old), new: bytes(new))
        return (DiffLayout(diff, style: style, context: context, opened: opened), diff)
    }

    private func shown(_ cell: LayoutCell?, _ diff: ProseDiff) -> String {
        guard let cell else { return "-" }
        return cell.parts.map { part in
            switch part {
            case .piece(let piece):
                piece.kind == .deleted ? string(diff.old.text[piece.oldRange]) : string(diff.new.text[piece.newRange])
            case .elided(_, _, let sentences): "(\(sentences))"
            }
        }.joined().split(separator: "\n").joined(separator: "/")
    }

    private func rows(_ layout: DiffLayout, _ diff: ProseDiff) -> [String] {
        layout.rows.map { row in
            let number = row.number.map { "\($0). " } ?? ""
            return switch row.content {
            case .block(let cell): number + shown(cell, diff)
            case .pair(let old, let new): number + shown(old, diff) + " | " + shown(new, diff)
            case .folded(let part): "\(part.blocks) blocks, lines \(part.newLines.lowerBound)-\(part.newLines.upperBound - 1)"
            }
        }
    }

    private let page = (1...9).map { "Paragraph \($0).\n" }.joined(separator: "\n")

    @Test func whatIsFarFromAChangeIsFolded() {
        let (found, diff) = layout(page, page.replacing("raph 5.", with: "raph five."), .unified)
        #expect(
            rows(found, diff) == [
                "3 blocks, lines 1-5", "Paragraph 4.", "1. Paragraph 5five.", "Paragraph 6.", "3 blocks, lines 13-17",
            ])
        #expect(found.count == 1)
        guard case .folded(let part) = found.rows[0].content else {
            Issue.record("not folded")
            return
        }
        #expect(string(diff.new.text[part.newRange]) == "Paragraph 1.\n\nParagraph 2.\n\nParagraph 3.\n\n")
        let (open, _) = layout(page, page.replacing("raph 5.", with: "raph five."), .unified, opened: [part.changes.lowerBound])
        #expect(open.rows.count == 7)
        let (all, _) = layout(page, page.replacing("raph 5.", with: "raph five."), .unified, context: nil)
        #expect(all.rows.count == 9)
    }

    @Test func theHeaderOfATableStays() {
        let old = "Text.\n\nMore.\n\n| a | b |\n|---|---|\n" + (1...9).map { "| row \($0) | x |\n" }.joined()
        let (found, diff) = layout(old, old.replacing("row 7 | x", with: "row 7 | y"), .unified)
        #expect(
            rows(found, diff) == [
                "2 blocks, lines 1-3", "| a | b |", "|---|---|", "5 blocks, lines 7-11", "| row 6 | x |", "1. | row 7 | xy |",
                "| row 8 | x |", "| row 9 | x |",
            ])
    }

    @Test func changesThatStandTogetherAreOneStop() {
        let new = page.replacing("raph 2.", with: "raph two.").replacing("raph 3.", with: "raph three.").replacing(
            "raph 8.", with: "raph eight.")
        let (found, _) = layout(page, new, .unified)
        #expect(found.count == 2)
        #expect(found.rows.compactMap(\.number) == [1, 2])
    }

    @Test func sidesStandBesideEachOther() {
        let (found, diff) = layout(
            "Same here.\n\nAlpha beta gamma.\n\nOne red apple fell.\n",
            "Same here.\n\nQuite other words.\n\nMore of it.\n\nOne ripe apple fell.\n",
            .sideBySide)
        #expect(
            rows(found, diff) == [
                "Same here. | Same here.", "1. Alpha beta gamma. | Quite other words.", "- | More of it.",
                "One red apple fell. | One ripe apple fell.",
            ])
    }

    @Test func bothPlacesOfAMoveAreShown() {
        let (one, two) = ("This is the paragraph that moves about.\n", "That is the paragraph which stays, for it is longer.\n")
        let (found, diff) = layout("\(one)\n\(two)", "\(two)\n\(one.replacing("about", with: "around"))", .sideBySide)
        #expect(
            rows(found, diff) == [
                "1. This is the paragraph that moves about. | -",
                "That is the paragraph which stays, for it is longer. | That is the paragraph which stays, for it is longer.",
                "2. - | This is the paragraph that moves aboutaround.",
            ])
        #expect(diff.changes.map(\.move) == [1, nil, 1])
    }

    @Test func longStretchesInsideABlockAreElided() {
        let sentences = (1...20).map { "Sentence number \($0) stands here for good." }
        let old = sentences.joined(separator: " ") + "\n"
        let (found, diff) = layout(old, old.replacing("number 10 stands", with: "number 10 stood"), .unified)
        #expect(
            rows(found, diff) == [
                "1. Sentence number 1 stands here for good. (8)Sentence number 10 standsstood here for good. (9)Sentence number 20 stands here for good."
            ])
    }

    /// What a layout shows and leaves out is both texts.
    @Test func rowsAreTheTexts() {
        var random = SeededGenerator(seed: 95)
        for round in 0..<600 {
            let old = random.page()
            let diff = ProseDiff(old: old, new: random.revised(old))
            let found = DiffLayout(diff, style: .sideBySide, context: round % 4)
            var (left, right): ([UInt8], [UInt8]) = ([], [])
            for row in found.rows {
                switch row.content {
                case .block: Issue.record("no pair")
                case .folded(let part):
                    left += diff.old.text[part.oldRange]
                    right += diff.new.text[part.newRange]
                case .pair(let one, let other):
                    left += text(one, diff, isOld: true)
                    right += text(other, diff, isOld: false)
                }
            }
            #expect(left == diff.old.text && right == diff.new.text)
        }
    }

    private func text(_ cell: LayoutCell?, _ diff: ProseDiff, isOld: Bool) -> [UInt8] {
        (cell?.parts ?? []).flatMap { part -> [UInt8] in
            switch part {
            case .piece(let piece): Array(isOld ? diff.old.text[piece.oldRange] : diff.new.text[piece.newRange])
            case .elided(let old, let new, _): Array(isOld ? diff.old.text[old] : diff.new.text[new])
            }
        }
    }
}
