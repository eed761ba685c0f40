import Git
import Testing

@Suite struct ObjectIDTests {
    private let hex = "0123456789abcdef0123456789abcdef01234567"

    @Test func digitsAndBytesAreTheSameID() throws {
        let id = try #require(ObjectID(hex: hex))
        #expect(id.hex == hex)
        #expect(id.description == hex)
        #expect(id.short == "0123456")
        #expect(id.bytes.count == ObjectID.byteCount)
        #expect(ObjectID(bytes: id.bytes) == id)
        #expect(ObjectID(hex: hex.uppercased()) == id)
        #expect(!id.isZero)
        #expect(ObjectID.zero.hex == String(repeating: "0", count: 40))
        #expect(ObjectID.zero.isZero)
    }

    @Test(arguments: [
        "", "01", "0123456789abcdef0123456789abcdef0123456", "g123456789abcdef0123456789abcdef01234567",
        "٠123456789abcdef0123456789abcdef0123456",
    ])
    func otherTextsAreNoID(_ text: String) {
        #expect(ObjectID(hex: text) == nil)
    }

    @Test(arguments: [0, 19, 21, 32]) func otherLengthsAreNoID(_ count: Int) {
        #expect(ObjectID(bytes: [UInt8](repeating: 7, count: count)) == nil)
    }

    @Test func everyByteCounts() {
        let ids = (0..<ObjectID.byteCount).compactMap { place in
            ObjectID(bytes: (0..<ObjectID.byteCount).map { $0 == place ? 1 : 0 })
        }
        #expect(Set(ids).count == ObjectID.byteCount)
        #expect(ids.allSatisfy { ObjectID(hex: $0.hex) == $0 })
    }
}
