package import HTTPTypes

/// The query of a request, decoded once, with `+` as a space.
package struct QueryItems: Sendable, Equatable {
    private let form: FormData

    /// Reads a raw query; `nil` is an empty one.
    package init(rawQuery: String?) throws(FormError) {
        form = try FormData(urlEncoded: (rawQuery ?? "").utf8)
    }

    /// The query of a request head.
    package init(_ head: HTTPRequest) throws(FormError) {
        try self.init(rawQuery: RequestTarget(head)?.rawQuery)
    }

    /// The first value of that name as bytes, as a page's path is.
    package func bytes(_ name: String) -> [UInt8]? {
        form.bytes(name)
    }

    /// The first value of that name as text.
    package func text(_ name: String) throws(FormError) -> String? {
        try form.text(name)
    }

    /// The first value of that name as a number not below zero; `nil` where it is missing or no such number.
    package func number(_ name: String) -> Int? {
        guard let digits = form.bytes(name), (1...18).contains(digits.count), digits.allSatisfy(\.isASCIIDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// Whether the name is there, with a value or without, as in `?raw`.
    package func contains(_ name: String) -> Bool {
        form.contains(name)
    }
}
