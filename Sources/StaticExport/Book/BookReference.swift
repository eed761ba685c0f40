/// What an address in an article means to a book. `BookLinks` writes addresses of schemes that no author can write.
enum BookReference {
    /// A place in the book.
    case place(BookText.Target)
    /// Something outside.
    case web([UInt8])
    /// A picture of the book.
    case picture(Int)
    /// The name of something that can't be linked.
    case name([UInt8])

    private static let placeScheme = "stemma-place:"
    private static let pictureScheme = "stemma-picture:"
    private static let nameScheme = "stemma-name:"

    /// Reads an address; nil where it leads nowhere.
    init?(_ address: [UInt8]) {
        if address.first == UInt8(ascii: "#") {
            self = .place(BookText.Target(fragment: Array(address.dropFirst())))
        } else if let rest = Self.rest(of: address, behind: Self.placeScheme) {
            let parts = rest.split(separator: UInt8(ascii: "#"), maxSplits: 1, omittingEmptySubsequences: false)
            guard let first = parts.first, let section = Int(String(decoding: first, as: UTF8.self)) else { return nil }
            self = .place(BookText.Target(section: section, fragment: parts.count > 1 ? Array(parts[1]) : nil))
        } else if let rest = Self.rest(of: address, behind: Self.pictureScheme), let number = Int(String(decoding: rest, as: UTF8.self)) {
            self = .picture(number)
        } else if let rest = Self.rest(of: address, behind: Self.nameScheme) {
            self = .name(Array(rest))
        } else if let address = BookAddress(address) {
            self = .web(address.text)
        } else {
            return nil
        }
    }

    /// The address of a section, perhaps of a place in it.
    static func place(section: Int, fragment: String?) -> String { placeScheme + String(section) + (fragment.map { "#" + $0 } ?? "") }

    /// The address of a picture.
    static func picture(_ number: Int) -> String { pictureScheme + String(number) }

    /// The address of something that only has a name.
    static func name(_ text: String) -> String { nameScheme + text }

    private static func rest(of address: [UInt8], behind scheme: String) -> ArraySlice<UInt8>? {
        address.starts(with: scheme.utf8) ? address.dropFirst(scheme.utf8.count) : nil
    }
}
