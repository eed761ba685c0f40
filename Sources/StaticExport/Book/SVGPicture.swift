/// A drawing without anything that acts or fetches: written anew from what an SVG file holds.
struct SVGPicture {
    /// The drawing as a file.
    let bytes: [UInt8]

    /// Reads a file; nil where it is no SVG, or not well-formed. Linear: it is read once for the names of its parts, and once to
    /// be written.
    init?(_ file: [UInt8]) {
        guard String(validating: file, as: UTF8.self) != nil else { return nil }
        var first = SVGWriter(parts: nil)
        guard first.read(file) else { return nil }
        var second = SVGWriter(parts: first.names, barred: first.users)
        guard second.read(file) else { return nil }
        bytes = second.bytes
    }
}
