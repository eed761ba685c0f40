import Community
import Testing

@testable import StemmaCommand

@Suite("What the command line says of accounts")
struct MemberSentenceTests {
    private static let errors: [MemberError] = [
        .notFound, .nameTaken, .badText, .badAddress("a\u{1B}[31m@"), .addressTaken, .wrongPassword, .expired, .alreadyUsed, .outdated,
        .lastAdmin,
        .tooMany(retryAfter: 7), .tooManyHeld(limit: 100), .keyTaken, .busy, .forbidden, .closed, .newerFormat(found: 9, known: 1),
        .storage("disk I/O error"), .inactive(.blocked), .inactive(.disabled), .badName(.empty), .badName(.tooLong(limit: 40)),
        .badName(.character), .badName(.leadingCharacter), .badName(.dots), .badName(.reserved), .weakPassword(.tooShort(minimum: 8)),
        .weakPassword(.tooLong(maximum: 256)), .weakPassword(.common), .weakPassword(.own), .badKey(.notAKey), .badKey(.isPrivate),
        .badKey(.unsupported("ssh-dss")), .badKey(.tooShort(bits: 1024, minimum: 2048)),
    ]

    @Test(arguments: errors)
    func eachRefusalIsASentence(error: MemberError) {
        let text = MemberSentence.text(error)
        #expect(
            text.hasSuffix(".") && text.first?.isUppercase == true || text.hasPrefix("“") || text.hasPrefix("community.sqlite"), "\(text)")
        #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 }, "\(text)")
    }

    @Test func exitCodes() {
        #expect(Failure(MemberError.weakPassword(.common)).code == .usage)
        #expect(Failure(MemberError.badName(.dots)).code == .usage)
        #expect(Failure(MemberError.lastAdmin).code == .foundWrong)
        #expect(Failure(MemberError.nameTaken).code == .foundWrong)
        #expect(Failure(MemberError.busy).code == .inputOutput)
        #expect(Failure(MemberError.storage("full")).code == .inputOutput)
    }

    @Test func tablesStandInColumns() {
        var table = TextTable()
        table.add(["ada", "admin", "", "Ada Löve"])
        table.add(["bartholomew", "contributor", "x\u{1B}[2J", ""])
        #expect(table.text == "ada          admin        -      Ada Löve\nbartholomew  contributor  x\u{FFFD}[2J  -\n")
        #expect(TextTable().text.isEmpty)
    }
}
