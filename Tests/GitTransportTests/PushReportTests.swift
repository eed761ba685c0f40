import Git
import Testing

@testable import GitTransport

@Suite struct PushReportTests {
    private func opening(_ capabilities: Set<String>) -> PushOpening {
        let id = ObjectID(hex: String(repeating: "1", count: 40))
        let commands = ["refs/heads/main", "refs/tags/v1"].map { RefCommand(old: nil, new: id, name: Array($0.utf8)) }
        return PushOpening(commands: commands, capabilities: capabilities)
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test func eachReferenceHearsItsVerdict() {
        let report = PushReport(opening(["report-status", "side-band-64k"]))
        let output = text(report.refusal(["What is wrong.", "What to do."], reason: "refused by the wiki"))
        #expect(output.contains("\u{2}What is wrong.\nWhat to do.\n"))
        #expect(output.contains("unpack ok\n"))
        #expect(output.contains("ng refs/heads/main refused by the wiki\n"))
        #expect(output.contains("ng refs/tags/v1 refused by the wiki\n"))
        #expect(output.hasSuffix("00000000"))
        #expect(report.complaint(["x"]) == [])
    }

    @Test func oldClientsHearItOnStandardError() {
        let report = PushReport(opening(["report-status"]))
        let output = report.refusal(["What is wrong."], reason: "no")
        #expect(text(output).hasPrefix("000eunpack ok\n"))
        #expect(text(report.complaint(["What is wrong."])) == "What is wrong.\n")
        #expect(PushReport(opening([])).refusal(["x"], reason: "no") == [])
    }

    @Test func whoNamesNothingHearsLastWords() {
        let output = PushReport(PushOpening()).refusal(["What is wrong."], reason: "no")
        #expect(output == PacketLine.line([3] + Array("What is wrong.".utf8)) + PacketLine.flush)
    }

    @Test func aVerdictOfGitIsUnderstood() {
        let name = Array("refs/heads/main".utf8)
        let verdicts = PacketLine.line("unpack ok\n") + PacketLine.line("ok refs/heads/main\n") + PacketLine.flush
        let banded = PushReport(opening(["report-status", "side-band-64k"]))
        let output = PacketLine.band(2, Array("progress\n".utf8)) + PacketLine.band(1, verdicts, width: 9) + PacketLine.flush
        #expect(banded.accepted(in: output) == [name])
        #expect(banded.accepted(in: PacketLine.band(2, verdicts)) == [])
        #expect(PushReport(opening(["report-status"])).accepted(in: verdicts) == [name])
        #expect(PushReport(opening(["report-status"])).accepted(in: PacketLine.line("ng refs/heads/main x\n")) == [])
    }

    @Test func whatWasMovedAllTheSameIsSaid() {
        let report = PushReport(opening(["report-status", "side-band-64k"]))
        let name = Array("refs/heads/main".utf8)
        let output = report.refusal(["Not all of it."], reason: "not safe", keeping: [name])
        #expect(text(output).contains("ok refs/heads/main\n") && text(output).contains("ng refs/tags/v1 not safe\n"))
        #expect(report.accepted(in: output) == [name])
    }
}
