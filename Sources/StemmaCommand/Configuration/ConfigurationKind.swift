/// What a key takes: how a written value becomes a Swift value, and back for the reference.
struct ConfigurationKind<Value: Sendable>: Sendable {
    /// One or two words for the reference table.
    let name: String
    /// The rest of a sentence that begins "takes …".
    let expected: String
    /// The value, or `nil` where what was written is none.
    let read: @Sendable (ConfigurationInput) -> Value?
    /// The value as one would write it; empty where there is none.
    let write: @Sendable (Value) -> String
}

extension ConfigurationKind {
    /// A kind that is written as one scalar.
    init(
        _ name: String, expected: String,
        reading: @escaping @Sendable (String) -> Value?, writing: @escaping @Sendable (Value) -> String
    ) {
        self.init(
            name: name, expected: expected,
            read: { input in
                guard case .text(let text) = input else { return nil }
                return reading(text)
            },
            write: writing)
    }
}

extension ConfigurationKind {
    /// A kind for a setting that may be absent: empty text means none.
    static func optional<Wrapped>(_ kind: ConfigurationKind<Wrapped>) -> Self where Value == Wrapped? {
        Self(
            name: kind.name, expected: kind.expected,
            read: { input in
                if input == .text("") { return .some(nil) }
                guard let value = kind.read(input) else { return nil }
                return .some(value)
            },
            write: { value in value.map(kind.write) ?? "" })
    }
}

extension ConfigurationKind where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    /// One of the words of an enumeration.
    static var choice: Self {
        let words = Value.allCases.map(\.rawValue)
        let expected = words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
        return Self(words.joined(separator: " \\| "), expected: expected, reading: Value.init(rawValue:), writing: \.rawValue)
    }
}
