import Testing

@testable import Prose

/// What a reader sees, one behaviour each.
@Suite struct ProseDiffTests {
    private func marks(_ old: String, _ new: String) -> [String] { MarkedDiff(old, new).lines }

    @Test func wordsAreMarkedWhole() {
        #expect(marks("The quick fox jumps.\n", "The quickest fox jumps.\n") == ["changed: The [-quick-]{+quickest+} fox jumps."])
        #expect(marks("one two three four\n", "one two and three four\n") == ["changed: one two {+and +}three four"])
        #expect(marks("Ends here and now.\n", "Ends here and now!\n") == ["changed: Ends here and now[-.-]{+!+}"])
    }

    @Test func changesPartedByNothingOfWeightAreOne() {
        #expect(
            marks("keep all of red, green and more\n", "keep all of blue, brown and more\n")
                == ["changed: keep all of [-red, green-]{+blue, brown+} and more"])
        #expect(
            marks("we saw the dog run far away\n", "we heard the cat run far away\n")
                == ["changed: we [-saw the dog-]{+heard the cat+} run far away"])
        #expect(
            marks("The quick brown fox was jumping over it\n", "The slow brown fox was leaping over it\n")
                == ["changed: The [-quick-]{+slow+} brown fox was [-jumping-]{+leaping+} over it"])
    }

    @Test func blocksThatShareLittleAreNoPair() {
        #expect(marks("Alpha beta gamma.\n", "One two three.\n") == ["removed: [-Alpha beta gamma.-]", "added: {+One two three.+}"])
    }

    @Test func aBlockThatGrewIsTheSame() {
        let old = "The program is started by one command.\n"
        let more = " It makes its folder where there is none, tells its address, and serves pages until somebody ends it."
        #expect(
            marks(old, "The program is started by one command.\(more)\n") == ["changed: The program is started by one command.{+\(more)+}"])
    }

    @Test func aRewrittenSentenceIsNotMixedWithItsNeighbours() {
        let old = "The wiki keeps the text in git. It is easy to run the server. All the edits are in the log.\n"
        let new = "The wiki keeps the text in git. Nobody has the time for a manual. All the edits are in the log.\n"
        #expect(
            marks(old, new) == [
                "changed: The wiki keeps the text in git. [-It is easy to run the server-]{+Nobody has the time for a manual+}. "
                    + "All the edits are in the log."
            ])
    }

    @Test func aMovedParagraphKeepsItsEdits() {
        let (one, two) = ("The first paragraph speaks of apples and pears.", "The second one is about bread and butter.")
        let three = "And the third tells of wine and of cheese."
        #expect(
            marks("\(one)\n\n\(two)\n\n\(three)\n", "\(two)\n\n\(three)\n\n\(one)\n") == [
                "movedAway 1: \(one)", "moved 1: \(one)",
            ])
        #expect(
            marks("\(one)\n\n\(two)\n\n\(three)\n", "\(two)\n\n\(three)\n\n\(one.replacing("pears", with: "plums"))\n") == [
                "movedAway 1: \(one)", "moved 1: The first paragraph speaks of apples and [-pears-]{+plums+}.",
            ])
    }

    @Test func neighboursThatMovedTogetherAreOneMove() {
        let part = "## Setup\n\nInstall the program with its dependencies.\n\n- one\n- two\n\n"
        let rest = "## Use\n\nRun the program, then open the page in a browser and read on.\n\nThis is a long part that stays.\n\n"
        let diff = MarkedDiff(part + rest, rest + part).diff
        #expect(diff.counts.moves == 1)
        #expect(diff.counts.movedBlocks == 4)
        #expect(diff.changes.filter { $0.kind == .movedAway }.map(\.move) == [1, 1, 1, 1])
    }

    @Test func aSplitParagraphIsOne() {
        let (one, two) = ("The first sentence speaks of apples.", "The second one is about bread and butter.")
        #expect(marks("\(one) \(two)\n", "\(one)\n\n\(two)\n") == ["split: \(one)[- -]{+\n\n+}\(two)"])
        #expect(marks("\(one)\n\n\(two)\n", "\(one) \(two)\n") == ["joined: \(one)[-\n\n-]{+ +}\(two)"])
    }

    @Test func aReflowIsNoChangeOfText() {
        let old = "A paragraph that was\nwrapped at some width.\n"
        let found = MarkedDiff(old, "A paragraph\nthat was wrapped at some width.\n")
        #expect(found.lines == ["reflowed: A paragraph[- -]{+\n+}that was[-\n-]{+ +}wrapped at some width."])
        #expect(found.diff.notes == [.onlySpace])
        let quiet = MarkedDiff(old, "A paragraph\nthat was wrapped at some width.\n", ignoresSpace: true)
        #expect(quiet.lines == [] && quiet.diff.notes == [.onlySpace])
        let quote = MarkedDiff("> A paragraph that was\n> wrapped here.\n", "> A paragraph\n> that was wrapped here.\n")
        #expect(quote.diff.changes.map(\.kind) == [.reflowed])
    }

    @Test func aReflowedParagraphWithAnEditShowsTheEdit() {
        let found = MarkedDiff(
            "A paragraph that was\nwrapped at some width by hand.\n", "A long paragraph that\nwas wrapped at some width by hand.\n",
            ignoresSpace: true)
        #expect(found.lines == ["changed: A {+long +}paragraph that\nwas wrapped at some width by hand."])
    }

    @Test func structureIsNamedApartFromWords() {
        func structure(_ old: String, _ new: String) -> [StructureChange] { MarkedDiff(old, new).structure }
        #expect(structure("## Setup of it\n", "### Setup of it\n") == [.level(2, 3)])
        #expect(marks("## Setup of it\n", "### Setup of it\n") == ["changed: [-##-]{+###+} Setup of it"])
        #expect(structure("Setup of it\n", "## Setup of it\n") == [.kind(.paragraph, .heading(level: 2))])
        #expect(structure("- one thing\n- two\n", "- one thing\n  - two\n") == [.depth(0, 1)])
        #expect(structure("- [ ] buy milk\n", "- [x] buy milk\n") == [.task(.open, .done)])
        #expect(marks("- [ ] buy milk\n", "- [x] buy milk\n") == ["changed: - [[- -]{+x+}] buy milk"])
        #expect(structure("Some words here.\n", "> Some words here.\n") == [.quoteDepth(0, 1)])
        #expect(structure("- some words\n", "1. some words\n") == [.isOrdered(true)])
        #expect(MarkedDiff("## Setup of it\n", "### Setup of it\n").diff.changes[0].differences == .structure)
    }

    @Test func listItemsPairByWhatTheySay() {
        let old = "- Apples grow on trees in autumn.\n- Bread is baked in the oven.\n"
        let new = "- Something new stands here.\n- Apples grow on tall trees in autumn.\n- Bread is baked in a hot oven.\n"
        #expect(
            marks(old, new) == [
                "added: {+- Something new stands here.+}", "changed: - Apples grow on {+tall +}trees in autumn.",
                "changed: - Bread is baked in [-the-]{+a hot+} oven.",
            ])
        #expect(MarkedDiff("1. one thing\n2. two\n", "1. none\n2. one thing\n3. two\n").diff.counts.changedBlocks == 0)
    }

    @Test func cellsOfTablesAlign() {
        let old = "| Name | Age |\n|---|---|\n| Ann | 31 |\n| Bob | 42 |\n"
        #expect(marks(old, old.replacing("42", with: "43")) == ["changed: | Bob | [-42-]{+43+} |"])
        let wider = "| Name | Town | Age |\n|---|---|---|\n| Ann | Oslo | 31 |\n| Bob | Rome | 42 |\n"
        let found = MarkedDiff(old, wider)
        #expect(
            found.lines == [
                "changed: | Name |{+ Town |+} Age |", "changed: |---|{+---|+}---|", "changed: | Ann |{+ Oslo |+} 31 |",
                "changed: | Bob |{+ Rome |+} 42 |",
            ])
        #expect(found.structure == [.columns(removed: [], inserted: [1])])
        #expect(MarkedDiff(wider, old).structure == [.columns(removed: [1], inserted: [])])
        #expect(marks("| a \\| b | 1 |\n", "| a \\| c | 1 |\n") == ["changed: | a \\| [-b-]{+c+} | 1 |"])
    }

    @Test func codeIsComparedByLines() {
        let old = "```swift\nlet a = 1\nlet b = 2\nprint(a + b)\n```\n"
        #expect(
            marks(old, old.replacing("let b = 2\n", with: "let b = 3\nlet c = 4\n")) == [
                "changed: ```swift\nlet a = 1\nlet b = [-2-]{+3+}\n{+let c = 4\n+}print(a + b)\n```"
            ])
        #expect(marks(old, old.replacing("let b", with: "  let b")).count == 1)
    }

    @Test func frontMatterIsComparedByKey() {
        let old = "---\ntitle: Home\ntags: [a, b]\nlang: en\n---\nText.\n"
        #expect(marks(old, old.replacing("title: Home", with: "title: Start")) == ["changed: title: [-Home-]{+Start+}"])
        #expect(marks(old, old.replacing("lang: en\n", with: "lang: en\nlicense: MIT\n")) == ["added: {+license: MIT+}"])
        let found = MarkedDiff(old, old.replacing("tags: [a, b]", with: "tags:\n  - a\n  - c"))
        #expect(found.diff.changes.filter(\.isChange).count == 1)
    }

    @Test func theTargetOfALinkIsApartFromItsText() {
        let found = MarkedDiff("See [the page](https://a.example/x/y?z=1) now.\n", "See [the page](https://b.example/x/y?z=1) now.\n")
        #expect(found.lines == ["changed: See [the page]([-https://a.example/x/y?z=1-]{+https://b.example/x/y?z=1+}) now."])
        #expect(found.diff.changes[0].pieces.map(\.role) == [.text, .target, .target, .text])
        #expect(
            marks("See [a page](x.md) now.\n", "See [the page](x.md) now.\n") == ["changed: See [[-a-]{+the+} page](x.md) now."])
    }

    @Test func whatIsNoChangeOfTextIsNamed() {
        func notes(_ old: String, _ new: String) -> [ProseDiff.Note] { MarkedDiff(old, new).diff.notes }
        #expect(notes("a\nb\n", "a\nb\n") == [] && MarkedDiff("a\n", "a\n").diff.isEmpty)
        #expect(notes("# A\n\nb\nc\n", "# A\r\n\r\nb\r\nc\r\n") == [.onlyLineEnds])
        #expect(marks("# A\n\nb\nc\n", "# A\r\n\r\nb\r\nc\r\n") == [])
        #expect(notes("a\nb", "a\nb\n") == [.onlyLastNewline])
        #expect(notes("a\r\nb\r\n", "a\r\nb") == [.onlyLastNewline])
        #expect(notes("caf\u{E9} au lait\n", "cafe\u{301} au lait\n") == [.onlyNormalisation])
        #expect(marks("caf\u{E9} au lait\n", "cafe\u{301} au lait\n") == ["reflowed: [-caf\u{E9}-]{+cafe\u{301}+} au lait"])
        #expect(notes("a b c\n\n\nd\n", "a  b c\n\nd\n") == [.onlySpace])
        #expect(notes("One word.\n\nTwo words.\n", "One word.\r\n\r\nTwo wise words.\r\n") == [.alsoLineEnds])
        #expect(notes("One word.\n\nTwo words.", "One wise word.\n\nTwo words.\n") == [.alsoLastNewline])
        #expect(notes("a\n", "a\n\nb\n") == [])
        #expect(notes("* one thing\n* two\n", "- one thing\n- two\n") == [.onlyForm])
    }

    @Test func anAddedParagraphIsOneChange() {
        #expect(marks("One thing.\n", "One thing.\n\nTwo things.\n") == ["added: {+Two things.+}"])
        #expect(marks("One thing.\n\nThree.\n", "One thing.\n\nTwo things.\n\nThree.\n") == ["added: {+Two things.+}"])
        #expect(marks("One thing.\n\nTwo things.\n", "Two things.\n") == ["removed: [-One thing.-]"])
    }

    @Test func scriptsAndEmojiStayWhole() {
        let (family, other) = ("\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F466}")
        #expect(
            marks("hello \(family) there and here\n", "hello \(other) there and here\n") == [
                "changed: hello [-\(family)-]{+\(other)+} there and here"
            ])
        #expect(
            marks("我们今天去北京看朋友。\n", "我们明天去北京看朋友。\n") == ["changed: 我们[-今-]{+明-}天去北京看朋友。".replacing("-}", with: "+}")])
        #expect(
            marks("これはペンです。あれは本です。\n", "これはペンです。あれは猫です。\n") == ["changed: これはペンです。あれは[-本-]{+猫+}です。"])
        #expect(
            marks("\u{E01}\u{E34}\u{E19}\u{E02}\u{E49}\u{E32}\u{E27}\n", "\u{E01}\u{E34}\u{E19}\u{E19}\u{E49}\u{E32}\u{E27}\n") == [
                "changed: \u{E01}\u{E34}\u{E19}[-\u{E02}\u{E49}-]{+\u{E19}\u{E49}+}\u{E32}\u{E27}"
            ])
        #expect(
            marks("שלום עולם ישן וטוב\n", "שלום עולם חדש וטוב\n") == ["changed: שלום עולם [-ישן-]{+חדש+} וטוב"])
    }
}
