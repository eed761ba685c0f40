/// Cheap bounds on a page, before cmark sees it. The time limit catches the rest; these catch what would only burn it.
///
/// cmark-gfm 0.29.0.gfm.6 takes quadratic time and more for deep nesting (CVE-2023-24824, CVE-2023-37463) and fills every row of a
/// table up to its widest (so 11 KB give 19 MB).
enum Complexity {
    /// Containers that one line may open.
    static let depthLimit = 100
    /// Cells that one table may be filled up to.
    static let cellLimit = 100_000

    /// Whether the page is refused.
    static func isTooHigh(_ source: ArraySlice<UInt8>) -> Bool {
        var tableColumns = 0
        var tableRows = 0
        var lineStart = source.startIndex
        while lineStart < source.endIndex {
            let lineEnd = source[lineStart...].firstIndex(of: 10) ?? source.endIndex
            let line = source[lineStart..<lineEnd]
            if line.count > depthLimit, depth(line) > depthLimit { return true }
            if let columns = delimiterColumns(line) {
                (tableColumns, tableRows) = (columns, 0)
            } else if line.trimmingBlanks.isEmpty {
                tableColumns = 0
            } else {
                tableRows += 1
            }
            if tableColumns > 0, tableColumns * tableRows > cellLimit { return true }
            lineStart = lineEnd + 1
        }
        return false
    }

    /// How many quotes and list items a line opens, at most. A line of dashes and spaces alone is a rule.
    private static func depth(_ line: ArraySlice<UInt8>) -> Int {
        var depth = 0
        var index = line.startIndex
        var isRule = true
        let first = line.trimmingBlanks.first
        loop: while index < line.endIndex {
            let byte = line[index]
            if byte != first, byte != 32 { isRule = false }
            switch byte {
            case 9, 13, 32: break
            case UInt8(ascii: ">"): depth += 1
            case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ")"), UInt8(ascii: "."):
                guard index + 1 == line.endIndex || line[index + 1] == 32 || line[index + 1] == 9 else { break loop }
                depth += 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"): break
            default:
                isRule = false
                break loop
            }
            index += 1
        }
        return isRule && first != UInt8(ascii: ">") ? 0 : depth
    }

    /// The columns of a line such as `|---|:-:|`.
    private static func delimiterColumns(_ line: ArraySlice<UInt8>) -> Int? {
        var columns = 0
        var hasDash = false
        for byte in line {
            switch byte {
            case UInt8(ascii: "|"): columns += 1
            case UInt8(ascii: "-"): hasDash = true
            case UInt8(ascii: ":"), UInt8(ascii: ">"), 9, 13, 32: break
            default: return nil
            }
        }
        return hasDash && columns > 0 ? columns + 1 : nil
    }
}
