import Testing

@testable import StemmaCommand

@Suite("Passwords that are typed or sent")
struct HiddenLineTests {
    private func typed(_ bytes: [UInt8]) -> (step: HiddenLine.Step, text: String?) {
        var line = HiddenLine()
        var step = HiddenLine.Step.goesOn
        for byte in bytes where step == .goesOn { step = line.take(byte) }
        return (step, line.text)
    }

    @Test(arguments: [("Enter", UInt8(0x0A)), ("Return", 0x0D), ("end of input", 0x04)])
    func aLineEnds(key: String, byte: UInt8) {
        let line = typed(Array("long enough".utf8) + [byte] + Array("more".utf8))
        #expect(line.step == .isDone && line.text == "long enough", "\(key)")
    }

    @Test func corrections() {
        #expect(typed(Array("äö".utf8) + [0x7F] + Array("x\n".utf8)).text == "äx", "a character goes as a whole")
        #expect(typed(Array("a€".utf8) + [0x08, 0x08, 0x08] + Array("b\n".utf8)).text == "b")
        #expect(typed(Array("wrong".utf8) + [0x15] + Array("right\n".utf8)).text == "right")
    }

    @Test(arguments: [UInt8(0x03), 0x1C])
    func givingUp(key: UInt8) {
        #expect(typed(Array("half".utf8) + [key]).step == .isGivenUp)
        #expect(typed([0x04]).step == .isGivenUp, "an end without a line")
    }

    @Test func anEndlessLineIsCut() {
        #expect(typed([UInt8](repeating: 0x61, count: 100_000) + [0x0A]).text?.utf8.count == 4096)
    }

    @Test(arguments: [
        ("secret\n", "secret"), ("secret", "secret"), ("secret\r\n", "secret"), (" two words \nsecond line\n", " two words "),
    ])
    func theFirstLineOfStandardInput(sent: String, read: String) throws {
        #expect(try PasswordInput.firstLine(Array(sent.utf8)) == read)
    }

    @Test(arguments: ["", "\n", "\r\n", "\nsecond"])
    func noPassword(sent: String) {
        #expect(throws: Failure.self) { try PasswordInput.firstLine(Array(sent.utf8)) }
    }

    @Test func anOptionNeedsNoTerminal() throws {
        #expect(try PasswordInput(name: "ada").read(option: "given") == "given")
    }
}
