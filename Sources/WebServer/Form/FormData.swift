/// The fields of a submitted form in the order of the body, as bytes: a Markdown text is not decoded before its
/// encoding has been checked by whoever stores it.
package struct FormData: Sendable, Equatable {
    /// One name and value, percent-decoded.
    package struct Field: Sendable, Equatable {
        /// The name of the control.
        package let name: [UInt8]
        /// What it held.
        package let value: [UInt8]

        /// A field as it is.
        package init(name: [UInt8], value: [UInt8]) {
            self.name = name
            self.value = value
        }
    }

    /// How many fields a form or query may have where nothing else is said.
    package static let maximumFields = 100

    /// All fields, in order, names possibly repeated.
    package let fields: [Field]

    /// A form of these fields.
    package init(fields: [Field]) {
        self.fields = fields
    }

    /// Reads `application/x-www-form-urlencoded` (WHATWG URL, 5.1), except that a malformed escape is an error and not
    /// taken literally. Linear in the length of the body.
    package init(urlEncoded body: some Collection<UInt8>, maximumFields: Int = FormData.maximumFields) throws(FormError) {
        var fields: [Field] = []
        for pair in body.split(separator: UInt8(ascii: "&"), maxSplits: maximumFields) {
            guard fields.count < maximumFields else { throw .tooManyFields(limit: maximumFields) }
            let equals = pair.firstIndex(of: UInt8(ascii: "="))
            let rawValue = equals.map { pair[pair.index(after: $0)...] } ?? pair[pair.endIndex...]
            guard let name = PercentCoding.decoded(pair[..<(equals ?? pair.endIndex)], plusIsSpace: true),
                let value = PercentCoding.decoded(rawValue, plusIsSpace: true)
            else { throw .malformedEscape }
            fields.append(Field(name: name, value: value))
        }
        self.fields = fields
    }

    /// The first value of that name.
    package func bytes(_ name: String) -> [UInt8]? {
        fields.first { $0.name.elementsEqual(name.utf8) }?.value
    }

    /// The first value of that name as text, unchanged; an error where it is not UTF-8.
    package func text(_ name: String) throws(FormError) -> String? {
        guard let bytes = bytes(name) else { return nil }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText(field: name) }
        return text
    }

    /// Whether a field of that name is there, whatever its value.
    package func contains(_ name: String) -> Bool {
        fields.contains { $0.name.elementsEqual(name.utf8) }
    }
}
