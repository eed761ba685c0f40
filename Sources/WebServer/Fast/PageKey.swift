/// A key of ``PageCache``: a text compared and hashed by its bytes. Swift's own equality would take two spellings of an
/// accent for one, and serve one page under the other's name.
struct PageKey: Hashable {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    static func == (left: PageKey, right: PageKey) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
