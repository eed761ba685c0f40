/// An object of JSON as it is written: members in the order in which they come, on one line. What is nil is left out.
/// Linear in what is added.
package struct JSONObjectWriter: Sendable {
    private var open: [UInt8] = [UInt8(ascii: "{")]

    /// An object without members.
    package init() {}

    /// The whole object.
    package var bytes: [UInt8] { open + [UInt8(ascii: "}")] }

    /// Adds a text.
    package mutating func add(_ name: String, _ text: String?) {
        guard let text else { return }
        begin(name)
        open.appendJSON(text)
    }

    /// Adds a number.
    package mutating func add(_ name: String, _ number: Int?) {
        guard let number else { return }
        begin(name)
        open += String(number).utf8
    }

    /// Adds a part of a whole, from 0 to 1, with four digits behind the point.
    package mutating func add(_ name: String, part: Double) {
        begin(name)
        let number = part > 0 ? Int((min(part, 1) * 10_000).rounded()) : 0
        let digits = String(number % 10_000)
        open += "\(number / 10_000).\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8
    }

    /// Adds a list of texts; an empty one too.
    package mutating func add(_ name: String, texts: [String]) {
        addList(name, texts) { $0.appendJSON($1) }
    }

    /// Adds an object.
    package mutating func add(_ name: String, _ object: JSONObjectWriter?) {
        guard let object else { return }
        begin(name)
        open += object.bytes
    }

    /// Adds a list of objects; an empty one too.
    package mutating func add(_ name: String, objects: [JSONObjectWriter]) {
        addList(name, objects) { $0 += $1.bytes }
    }

    private mutating func addList<Element>(_ name: String, _ list: [Element], write: (inout [UInt8], Element) -> Void) {
        begin(name)
        open.append(UInt8(ascii: "["))
        for (index, element) in list.enumerated() {
            if index > 0 { open.append(UInt8(ascii: ",")) }
            write(&open, element)
        }
        open.append(UInt8(ascii: "]"))
    }

    private mutating func begin(_ name: String) {
        if open.count > 1 { open.append(UInt8(ascii: ",")) }
        open.appendJSON(name)
        open.append(UInt8(ascii: ":"))
    }
}
