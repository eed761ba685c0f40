import Presentation
import WebServer

extension JSONValue {
    /// A time in seconds since 1970, in UTC, as the API writes it.
    static func time(_ seconds: Int64) -> JSONValue { .string(CivilDate(seconds: Int(seconds)).iso) }
}
