import Testing

@testable import Presentation

/// The look keeps its promises: enough contrast in both schemes, and a light first view.
struct StyleSheetTests {
    /// The colours of a block: `--name: #rrggbb`.
    private func colours(_ block: Substring) -> [String: [Double]] {
        var colours: [String: [Double]] = [:]
        for match in block.matches(of: /--([a-z0-9-]+): #([0-9a-f]{6});/) {
            guard let value = Int(match.2, radix: 16) else { continue }
            colours[String(match.1)] = [value >> 16 & 255, value >> 8 & 255, value & 255].map { Double($0) / 255 }
        }
        return colours
    }

    /// Relative luminance as WCAG 2 defines it, with the power 2.4 taken as 2.4 by a square and a series that is exact enough here.
    private func luminance(_ colour: [Double]) -> Double {
        let linear = colour.map { channel -> Double in
            guard channel > 0.03928 else { return channel / 12.92 }
            let base = (channel + 0.055) / 1.055
            // x^2.4 = x² · x^0.4, and x^0.4 is the fifth root of x², found by Newton's method.
            let square = base * base
            var root = 1.0
            for _ in 0..<40 { root -= (root * root * root * root * root - square) / (5 * root * root * root * root) }
            return square * root
        }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    private func contrast(_ one: [Double], _ other: [Double]) -> Double {
        let (a, b) = (luminance(one), luminance(other))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    @Test func everyTextColourCanBeReadOnEveryGround() throws {
        let css = try #require(SampleShelf.text("Themes/stemma/assets/stemma.css"))
        let blocks = css.split(separator: "/* 2 · Ground */")[0].split(separator: "\n  color-scheme: ").dropFirst()
        #expect(blocks.count == 3)
        for block in blocks {
            let colours = colours(block)
            let paper = ["paper", "paper-raised", "paper-sunk"]
            var pairs = ["ink", "ink-2", "accent", "note", "tip", "important", "warn", "grave"].flatMap { ink in paper.map { (ink, $0) } }
            pairs += colours.keys.filter { $0.hasPrefix("tok-") }.map { ($0, "paper-sunk") }
            pairs += [
                ("ink", "ins-strong"), ("ink", "del-strong"), ("ink", "mark"), ("accent-ink", "accent"), ("ink", "warn-wash"),
                ("ink", "grave-wash"),
            ]
            pairs += [
                ("ins-ink", "ins-wash"), ("del-ink", "del-wash"), ("ink", "accent-wash"), ("ink-2", "accent-wash"), ("accent", "warn-wash"),
            ]
            pairs += [("ins-ink", "paper"), ("del-ink", "paper"), ("accent", "accent-wash"), ("accent", "grave-wash"), ("paper", "grave")]
            for (ink, ground) in pairs {
                let ratio = contrast(try #require(colours[ink]), try #require(colours[ground]))
                #expect(ratio >= 4.5, "\(ink) on \(ground): \(ratio)")
            }
            for (name, colour) in colours where name.hasPrefix("person-") {
                #expect(contrast(colour, try #require(colours["paper"])) >= 3, "\(name)")
            }
        }
    }

    @Test func bothWaysIntoTheDarkLeadToTheSameColours() throws {
        let css = try #require(SampleShelf.text("Themes/stemma/assets/stemma.css"))
        let blocks = css.split(separator: "/* 2 · Ground */")[0].split(separator: "\n  color-scheme: ").dropFirst()
        let sets = blocks.map { colours($0) }
        #expect(sets[1] == sets[2])
        #expect(Set(sets[0].keys) == Set(sets[1].keys))
    }

    @Test func theFirstViewIsLight() throws {
        let theme = try SampleShelf.theme()
        let samples = try SampleShelf.screens()
        var bytes = try theme.page(samples.page, in: samples.fullLayout).utf8.count
        for name in ["stemma.css", "theme.js", "time.js", "search.js", "keys.js", "page.js", "favicon.svg"] {
            bytes += try #require(theme.asset(name)).bytes.count
        }
        #expect(bytes < 62_000)
    }
}
