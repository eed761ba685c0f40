/// Why the body of a form, or a query, could not be read.
package enum FormError: Error, Sendable, Equatable {
    /// A `%` without two hexadecimal digits.
    case malformedEscape
    /// More fields than the bound.
    case tooManyFields(limit: Int)
    /// A field that must be text is not UTF-8.
    case notText(field: String)
    /// Neither `application/x-www-form-urlencoded` nor `multipart/form-data`.
    case unsupportedContentType
    /// A multipart body without a usable boundary, or that does not follow its rules.
    case malformedMultipart
    /// The header block of one part is longer than the bound.
    case partHeadersTooLarge(limit: Int)
}
