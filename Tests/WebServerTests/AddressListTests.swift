import Testing

@testable import WebServer

/// Addresses are found however people paste them.
struct AddressListTests {
    @Test(arguments: [
        ("a@x.org", ["a@x.org"]), ("a@x.org, b@x.org;c@x.org\r\nd@x.org", ["a@x.org", "b@x.org", "c@x.org", "d@x.org"]),
        ("Ada Lovelace <ada@x.org>, \"Hopper, Grace\" <grace@x.org>", ["ada@x.org", "grace@x.org"]),
        ("a@x.org b@x.org\tc@x.org", ["a@x.org", "b@x.org", "c@x.org"]), ("nobody", ["nobody"]), ("", []), (" ,;\n", []), ("<>", []),
        ("\"open\na@x.org", ["\"open", "a@x.org"]),
    ])
    func addressesAreFound(text: String, addresses: [String]) {
        #expect(AddressList(text).addresses == addresses)
    }
}
