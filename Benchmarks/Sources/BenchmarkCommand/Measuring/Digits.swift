/// Numbers for people: three significant figures, thousands grouped.
enum Digits {
    static func text(_ value: Double) -> String {
        guard value.isFinite else { return "–" }
        let size = abs(value)
        if size >= 100 { return grouped(Int(value.rounded())) }
        return fixed(value, places: size >= 10 ? 1 : size >= 0.1 || size == 0 ? 2 : 3)
    }

    /// A number that somebody chose: without the zeros behind its last digit.
    static func short(_ value: Double) -> String {
        let text = text(value)
        guard text.contains(".") else { return text }
        let trimmed = text.reversed().drop { $0 == "0" }
        return String((trimmed.first == "." ? trimmed.dropFirst() : trimmed).reversed())
    }

    static func grouped(_ number: Int) -> String {
        let digits = Array(String(abs(number)))
        var text = number < 0 ? "-" : ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place).isMultiple(of: 3) { text += "," }
            text.append(digit)
        }
        return text
    }

    private static func fixed(_ value: Double, places: Int) -> String {
        var power = 1
        for _ in 0..<places { power *= 10 }
        let scaled = Int((abs(value) * Double(power)).rounded())
        let rest = String(scaled % power)
        let padding = String(repeating: "0", count: places - rest.count)
        return "\(value < 0 && scaled > 0 ? "-" : "")\(scaled / power).\(padding)\(rest)"
    }
}
