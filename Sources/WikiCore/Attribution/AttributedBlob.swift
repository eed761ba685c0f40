import Git

/// Reads texts that can have authors.
enum AttributedBlob {
    /// Larger texts have none, in bytes.
    static let sizeLimit = 2 << 20

    /// The text; nil where it is too large, or no UTF-8. Cost: its size.
    static func text(_ blob: ObjectID, _ repository: Repository) throws -> [UInt8]? {
        guard try repository.header(blob).size <= sizeLimit else { return nil }
        let bytes = try repository.blob(blob)
        return String(validating: bytes, as: UTF8.self) == nil ? nil : bytes
    }
}
