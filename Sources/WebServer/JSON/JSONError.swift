/// Why a text is no JSON value that is taken here.
package enum JSONError: Error, Sendable, Equatable {
    /// Another byte stands at this offset than the grammar (RFC 8259) allows.
    case unexpected(offset: Int)
    /// The text ends in the middle of a value.
    case endsEarly
    /// Objects and arrays inside each other beyond the bound.
    case tooDeep(limit: Int)
    /// A text that is not UTF-8, or an escape that is half a surrogate pair.
    case notText(offset: Int)
    /// A name twice in one object: readers would disagree on which counts.
    case repeatedName(String)
    /// A number that no `Double` holds.
    case numberTooLarge(offset: Int)
}
