import Testing

@testable import StaticExport

/// Of a drawing only that is kept which draws.
struct SVGPictureTests {
    private func drawn(_ inner: String, root: String = "") -> String? {
        let file = "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"\(root)>\(inner)</svg>"
        guard let picture = SVGPicture(Array(file.utf8)) else { return nil }
        let text = String(decoding: picture.bytes, as: UTF8.self)
        let start = text.firstRange(of: "xlink\"")?.upperBound ?? text.startIndex
        return String(text[start...].dropLast("</svg>".utf8.count))
    }

    @Test func whatDrawsStays() {
        let inner = "<g id=\"a\"><path d=\"M0 0\" fill=\"red\"></path></g><use xlink:href=\"#a\"></use><text x=\"1\">A &amp; B</text>"
        #expect(drawn(inner) == ">" + inner)
        #expect(drawn("<style>.a{fill:red}</style>") == "><style type=\"text/css\">.a{fill:red}</style>")
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "<foreignObject><p>x</p></foreignObject>", "<animate attributeName=\"href\"/>",
        "<image href=\"https://example.org/x.png\" width=\"1\" height=\"1\"/>",
        "<image xlink:href=\"data:image/svg+xml;base64,AA\" width=\"1\" height=\"1\"/>", "<use href=\"https://example.org/x.svg#a\"/>",
        "<use href=\"#nowhere\"/>", "<style>@import \"x\";</style>", "<style>a{background:url(https://x)}</style>",
        "<style>a{b:\\75rl(x)}</style>", "<rect x=\"1\"/>", "<iframe src=\"x\"/>",
        "<x:script xmlns:x=\"http://www.w3.org/2000/svg\">x</x:script>",
    ]) func whatActsOrFetchesGoes(inner: String) { #expect(drawn(inner) == ">") }

    @Test(arguments: [
        "onload=\"x\"", "style=\"fill:url( 'https://x')\"", "fill=\"url(https://x)\"", "href=\"javascript:x\"", "style=\"}{\"",
        "fill=\"url(#nowhere)\"", "fill-rule=\"q\"", "id=\"a b\"", "xmlns:e=\"http://e\" e:x=\"1\"",
    ]) func attributesGoAlone(attribute: String) {
        #expect(drawn("<circle r=\"1\" \(attribute)/>") == "><circle r=\"1\"></circle>")
    }

    @Test func linksKeepWhatTheyHold() {
        #expect(drawn("<a href=\"javascript:x\"><circle r=\"1\"/></a>") == "><circle r=\"1\"></circle>")
    }

    @Test func whatUsesPartsCannotBeUsed() {
        let bomb = (1..<30).map { "<g id=\"g\($0)\">" + String(repeating: "<use href=\"#g\($0 - 1)\"/>", count: 10) + "</g>" }.joined()
        let text = drawn("<g id=\"g0\"><circle r=\"1\"/></g>" + bomb)
        #expect(text?.split(separator: "<use ").count == 11)
    }

    @Test(arguments: [
        "", "x", "<html></html>", "<svg>", "<svg></g></svg></g>", "<svg/><svg/>", "<svg a=b/>", "<svg>&x;</svg>", "<svg><!-- </svg>",
        "<!DOCTYPE svg [<!ENTITY x \"y\">]><svg/>", String(repeating: "<svg>", count: 1000),
    ]) func whatIsNoDrawingIsNone(file: String) {
        #expect(SVGPicture(Array(file.utf8)) == nil)
    }
}
