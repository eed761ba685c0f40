import Testing

@testable import StaticExport

/// A plan says the same after it was written and read.
struct SitePlanTests {
    private func plan() -> SitePlan {
        var plan = SitePlan()
        plan.basis = SitePlan.Basis(folder: "1:2", settings: "ab", commit: "c0", tree: "d0", people: "e", versions: "f")
        plan.set("page 1", SitePlan.Unit(key: 1, note: "1f\u{1F}Crust", files: ["a b/C~23.html", "a b/C~23.md"]))
        plan.set("tag é", SitePlan.Unit(key: .max, note: "", files: []))
        plan.set("none", SitePlan.Unit(key: 0x10, note: "", files: ["日本.html"]))
        return plan
    }

    @Test func aPlanIsReadAsItWasWritten() throws {
        let old = plan()
        let new = try #require(SitePlan(old.bytes))
        #expect(new.basis == old.basis)
        #expect(Set(new.names) == ["page 1", "tag é", "none"])
        for name in old.names {
            let (one, other) = (try #require(old[name]), try #require(new[name]))
            #expect((one.key, one.note, one.files) == (other.key, other.note, other.files))
            #expect(new.key(name) == one.key)
        }
        #expect(new["page"] == nil && new.key("page") == nil)
        let again = try #require(SitePlan(new.bytes))
        #expect(again["page 1"]?.files == old["page 1"]?.files, "what was only read is written as it was")
    }

    @Test func unitsAreTakenOver() throws {
        let old = try #require(SitePlan(plan().bytes))
        var next = SitePlan()
        next.keep("page 1", from: old)
        next.keep("nothing", from: old)
        next.set("new", SitePlan.Unit(key: 5, note: "x", files: ["y"]))
        let read = try #require(SitePlan(next.bytes))
        #expect(Set(read.names) == ["page 1", "new"] && read["page 1"]?.note == "1f\u{1F}Crust" && read["new"]?.files == ["y"])
        #expect(read.basis == SitePlan.Basis())
    }

    @Test func whatIsNoPlanIsNone() {
        let text = String(decoding: plan().bytes, as: UTF8.self)
        let broken = [
            "", "\n", "stemma plan 2", "stemma plan 2\n", text.replacing("plan 2", with: "plan 1"), text + "page 2\n",
            text + "page 2\tzz\t\n",
            text + "page 2\t1\n", text.replacing("c0\td0", with: "c0"),
        ]
        for text in broken { #expect(SitePlan(Array(text.utf8)) == nil, "\(text)") }
    }
}
