/// Why the body of a request was not taken.
package enum BodyError: Error, Sendable, Equatable {
    /// It is longer than the bound, as it came or unpacked.
    case tooLarge(limit: Int)
    /// The bodies that are being read leave no room for it now.
    case tooManyAtOnce
    /// A `Content-Encoding` other than a single gzip.
    case unsupportedEncoding
    /// It claims to be gzip and is not, or is cut off.
    case malformedGzip
}
