/// How far some work has come, as a line of text; a pure function of what is done and of the time.
struct ProgressText {
    /// What is done.
    let progress: WorkProgress
    /// How many of them were done in `elapsed`.
    let sinceStart: Int
    /// The time since the work's first word.
    let elapsed: Duration

    /// Before this, a rate says nothing yet.
    private static let settling = Duration.seconds(1)
    private static let width = 28

    /// The line for a terminal: word, bar, count, rate, time left.
    var line: String {
        guard progress.total > 0 else { return [progress.word, count, rate].compactMap(\.self).joined(separator: "  ") }
        let full = Int(share * Double(Self.width))
        let bar = String(repeating: "━", count: full) + String(repeating: "╌", count: Self.width - full)
        return (["\(progress.word)  \(bar)  \(count)"] + [rate, timeLeft].compactMap(\.self)).joined(separator: "  ")
    }

    /// The line for a file or a pipe.
    var plain: String {
        (["\(progress.word): \(count)"] + [rate, timeLeft].compactMap(\.self)).joined(separator: ", ")
    }

    /// The part that is done, from 0 to 1.
    var share: Double { progress.total > 0 ? min(1, max(0, Double(progress.done) / Double(progress.total))) : 1 }

    /// `1 840 of 20 000`; no more than the first where the second is not known.
    private var count: String {
        let done = Self.grouped(progress.done)
        return progress.total > 0 ? "\(done) of \(Self.grouped(progress.total))" : done
    }

    private var perSecond: Double? {
        guard elapsed >= Self.settling, sinceStart > 0 else { return nil }
        return Double(sinceStart) / (elapsed / .seconds(1))
    }

    /// `1 840 pages/s`.
    private var rate: String? {
        guard let unit = progress.unit, let perSecond else { return nil }
        let shown = perSecond >= 10 ? Self.grouped(Int(perSecond)) : "\(Double(Int(perSecond * 10)) / 10)"
        return "\(shown) \(unit)/s"
    }

    /// `12 s left`, `3 min left`, `2 h 5 min left`.
    private var timeLeft: String? {
        guard let perSecond, progress.done < progress.total else { return nil }
        let seconds = Int((Double(progress.total - progress.done) / perSecond).rounded(.up))
        if seconds < 100 { return "\(seconds) s left" }
        let minutes = (seconds + 30) / 60
        return minutes < 100 ? "\(minutes) min left" : "\(minutes / 60) h \(minutes % 60) min left"
    }

    /// A number with spaces between thousands, which wrap nowhere.
    static func grouped(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        var text = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += "\u{A0}" }
            text.append(digit)
        }
        return text
    }
}
