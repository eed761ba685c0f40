import Presentation

extension JSONValue {
    /// A time in seconds since 1970, as RFC 3339 writes it, in UTC.
    static func time(_ seconds: Int64) -> JSONValue { .string(CivilDate(seconds: Int(seconds)).iso) }

    /// A text from git; `null` where there is none, or where its bytes are no UTF-8 and JSON cannot hold them.
    static func markdown(_ bytes: [UInt8]?) -> JSONValue { JSONValue(bytes.flatMap { String(validating: $0, as: UTF8.self) }) }

    /// A share as answers tell it, to four digits.
    static func rounded(_ share: Double) -> Double { (share * 10_000).rounded() / 10_000 }

    /// The cursor to the rest of a list; `null` at its end.
    static func next(_ cursor: ListCursor?) -> JSONValue { JSONValue(cursor?.text) }
}
