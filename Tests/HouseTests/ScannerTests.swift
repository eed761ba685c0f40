import Testing

/// The rules are only as good as the scanners, so these are tried on small texts that would fool a naive one.
@Suite("The scanners behind the house rules")
struct ScannerTests {
    @Test func textsAndCommentsAreNoCode() {
        let source = SwiftSource(
            #"""
            let a = "try! x" // try! x
            /* as! /* nested fatalError( */ still */ let b = #"raw "quoted" x!"#
            let c = """
                fatalError("no") "two" quotes
                """
            let d = "\(a.isEmpty ? "x!" : "y") and \(b)"
            let e = /a"b!/
            let f = #/try! "x/#
            """#)
        #expect(source.traps == [])
        #expect(source.literals.contains { $0.text == "try! x" && $0.line == 1 })
        #expect(source.literals.contains { $0.text.hasSuffix("\"two\" quotes") && $0.line == 4 })
    }

    @Test func codeInInterpolationsIsCode() {
        #expect(SwiftSource(#"let a = "value \(table["key"]!) here""#).forceUnwraps == [1])
    }

    @Test(arguments: ["a!", "a!.b", "a()!", "a[0]!", "a?.b!", "var a: String!", "{ 1 }()!", "\"a\".first!"])
    func forceUnwrapsAreFound(code: String) {
        #expect(SwiftSource("\nlet x = \(code)").forceUnwraps == [2])
    }

    @Test(arguments: ["!a", "a != b", "a!=b", "(!a)", "[!a]", "a && !b", "#if !os(Linux)", "a !== b"])
    func otherExclamationMarksAreNot(code: String) {
        #expect(SwiftSource(code).forceUnwraps == [])
    }

    @Test(arguments: ["try! a()", "a as! B", "fatalError(\"x\")", "preconditionFailure()"])
    func trapsAreFound(code: String) {
        #expect(SwiftSource("func f() {\n\(code)\n}").traps.map(\.line) == [2])
    }

    @Test func negationAfterTryIsNoTrap() {
        #expect(SwiftSource("while try !isDone(x) { let fatalError = 1 }").traps == [])
    }

    @Test func bodiesAreMeasured() {
        let source = SwiftSource(
            """
            protocol P { func a() -> Int; var b: Int { get } }
            struct S: P {
                var stored: Int = 3
                var b: Int {
                    1
                }
                init(x: () -> Void = { }) {
                    self.init()
                }
                func a(
                    x: Int = [1].map { $0 }[0]
                ) -> Int {
                    if true {
                        return 2
                    }
                    return 1
                }
            }
            """)
        let functions = source.bodies.filter { $0.isFunction && $0.around == "struct" }
        #expect(functions.map(\.name) == ["b", "(", "a"])
        #expect(functions.map(\.length) == [3, 3, 6])
    }

    @Test func importsAreFound() {
        let source = SwiftSource("@testable import A\npublic import struct B.C\nimport D.E\n// import F\nlet s = \"import G\"")
        #expect(source.imports.map(\.name) == ["A", "B", "D"])
        #expect(source.imports.map(\.line) == [1, 2, 3])
    }

    @Test func undocumentedNamesAreFound() {
        let source = SwiftSource(
            """
            /// Documented.
            package struct A {
                package init() {}
                package let bare: Int
                /// Documented.
                @inlinable
                package static func good() {}
                // Not documentation.
                public private(set) var bad = 1
                public var description: String { "" }
            }
            package enum B {
                case a
                package static let member = 1
            }
            package import C
            """)
        #expect(source.undocumented().map(\.line) == [4, 9, 12])
    }

    @Test func oneCommentCoversARunOfProperties() {
        let source = SwiftSource("struct S {\n  /// Both sides.\n  package let a: Int\n  package let b: Int\n\n  package let c: Int\n}")
        #expect(source.undocumented().map(\.line) == [6])
    }

    @Test func whatAProtocolAsksForIsDocumentedThere() {
        let asking = SwiftSource("protocol A { var a: Int { get } }\nprotocol B: A {\n  func b()\n}")
        let giving = SwiftSource("struct S: B {\n package let a = 1\n package func b() {}\n package func c() {}\n}")
        let protocols = ProtocolMembers(of: [asking, giving])
        #expect(giving.undocumented(except: protocols.members(namedIn: giving)).map(\.line) == [4])
        #expect(protocols.members(namedIn: SwiftSource("struct T { package let a = 1 }")) == [])
    }

    @Test func concurrencyNeedsAReason() {
        let source = SwiftSource(
            """
            final class A: @unchecked Sendable {}
            final class B: @unchecked Sendable {}  // only read
            // The lock protects it.
            nonisolated(unsafe) var c = 1
            """)
        #expect(source.unexplainedConcurrency.map(\.line) == [1])
    }

    @Test func languagesAreFoundOutsideTheirPlaces() {
        #expect(SwiftSource(#"let a = "SELECT 1"; let b = "select one""#).strayStatements.count == 1)
        #expect(SwiftSource(#"let a = "SELECT 1""#, path: "Sources/WikiCore/PageIndex/A.swift").strayStatements == [])
        let tags = SwiftSource(#"let a = ["<p>", "</div>", "<a href=\"x\">", "<br/>", "List<Int>", "a < b > c", "<Title>", "<name@x>"]"#)
        #expect(tags.strayTags.count == 4)
        let routes = SwiftSource("func addRoutes() {\n_ = \"/-/new\"\n}\nlet a = \"/-/new\"")
        #expect(routes.strayAddresses.map(\.line) == [4])
    }

    @Test func typesLikeModulesAreFound() {
        #expect(
            SwiftSource("struct Git {}\nlet Prose = 1\nenum Markup {}").typesNamedLike(["Git", "Prose", "Markup"]).map(\.line) == [1, 3])
    }

    @Test func markdownLinksAndAnchors() {
        let page = MarkdownPage(
            """
            ---
            title: "[[No]]"
            ---
            # The title
            See [[Page#Part two|text]], [there](../Other.md#x-y "title"), `[[no]]`, [web](https://example.org) and ![i](a.png).
            ```
            [[no]]
            ```
            ## Part *two*: `x` & y
            ## Twin
            ## Twin
            [ref]: Third.md
            """)
        #expect(page.links.map(\.target) == ["Page", "../Other.md", "a.png", "Third.md"])
        #expect(page.links.first?.fragment == "Part two")
        #expect(page.anchors == ["part-two-x--y", "twin", "twin-1"])
    }

    @Test func handbookLinksResolve() {
        let handbook = Handbook(root: "W", files: ["W/Home.md", "W/Guide/Links.md", "W/Guide/Deep/One-Two.md", "W/a.png"])
        func resolve(_ target: String, from path: String) -> String? {
            handbook.resolve(.init(line: 1, target: target, fragment: nil, isWikilink: true), from: path)
        }
        #expect(resolve("Links", from: "W/Guide/Deep/One-Two.md") == "W/Guide/Links.md")
        #expect(resolve("Guide/Links.md", from: "W/Home.md") == "W/Guide/Links.md")
        #expect(resolve("one two", from: "W/Home.md") == "W/Guide/Deep/One-Two.md")
        #expect(resolve("../a.png", from: "W/Guide/Links.md") == "W/a.png")
        #expect(resolve("./Links", from: "W/Home.md") == nil)
        #expect(resolve("/Home", from: "W/Guide/Links.md") == "W/Home.md")
        #expect(resolve("../../secret", from: "W/Home.md") == nil)
    }
}
