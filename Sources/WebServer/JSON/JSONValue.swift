/// A JSON value. Objects keep the order of their members, so that an answer reads as it was meant.
package enum JSONValue: Sendable, Equatable {
    /// Members in order; names are unique in what the parser gives.
    case object([JSONMember])
    /// A list.
    case array([JSONValue])
    /// A text. Swift's `==` holds canonically equal texts to be equal, this type's does too; compare UTF-8 where it matters.
    case string(String)
    /// A whole number.
    case int(Int)
    /// Another number. Not finite ones are written as `null`.
    case double(Double)
    /// True or false.
    case bool(Bool)
    /// Nothing.
    case null

    /// The member of that name, where this is an object that has it.
    package subscript(_ name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
    }

    /// The text, where this is one.
    package var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The number, where this is a whole one.
    package var int: Int? {
        if case .int(let number) = self { number } else { nil }
    }

    /// The truth value, where this is one.
    package var bool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// The members, where this is a list.
    package var array: [JSONValue]? {
        if case .array(let values) = self { values } else { nil }
    }
}

/// One name and value of an object.
package struct JSONMember: Sendable, Equatable {
    /// The name.
    package let name: String
    /// The value.
    package let value: JSONValue

    /// A member.
    package init(name: String, value: JSONValue) {
        self.name = name
        self.value = value
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int) { self = .int(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral {
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { JSONMember(name: $0.0, value: $0.1) })
    }
    package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
}

extension JSONValue {
    /// A text or, without one, `null`.
    package init(_ text: String?) { self = text.map(JSONValue.string) ?? .null }
}
