/// Bytes that are not an encoded document of this renderer version.
package struct DecodingFailure: Error, Equatable {
    package init() {}
}
