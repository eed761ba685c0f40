/// The elements and attributes of SVG that draw, and nothing that acts or fetches.
///
/// Source: SVG 1.1 (Second Edition), the content models and attributes of its elements.
struct SVGVocabulary {
    /// What may stand in an element.
    enum Content {
        case graphics, clip, stops, words, text, nothing
    }

    let content: Content
    private let attributes: Set<String>
    /// Attributes without which it draws nothing, and is left out.
    let required: Set<String>

    /// The element of a name; nil for one that is left out.
    static func of(_ name: String) -> SVGVocabulary? { elements[name] }

    /// Elements of which the content alone is kept.
    static let transparent: Set<String> = ["a", "switch"]

    /// Whether an element may stand where this content is.
    static func holds(_ content: Content, _ name: String) -> Bool {
        if name == "title" || name == "desc" { return content == .graphics || content == .words || content == .nothing }
        switch content {
        case .graphics: return !["stop", "tspan", "textPath"].contains(name)
        case .clip: return shapes.contains(name) || name == "text" || name == "use"
        case .stops: return name == "stop"
        case .words: return name == "tspan" || name == "textPath"
        case .text, .nothing: return false
        }
    }

    /// Whether an attribute of this value may stand on the element.
    func takes(_ name: String, _ value: String) -> Bool {
        guard attributes.contains(name) else { return false }
        return Self.values[name].map { $0.contains(value) } ?? true
    }

    private static let shapes = words("path rect circle ellipse line polyline polygon")
    private static let paint = words(
        """
        id class style color fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin
        stroke-miterlimit stroke-dasharray stroke-dashoffset opacity display visibility clip-path clip-rule mask
        """)
    private static let font = words(
        """
        font-family font-size font-style font-weight font-variant text-anchor dominant-baseline alignment-baseline baseline-shift
        letter-spacing word-spacing text-decoration
        """)
    private static let marks = words("marker-start marker-mid marker-end")
    private static let gradient = words("id class style color gradientUnits gradientTransform spreadMethod xlink:href")

    private static let elements: [String: SVGVocabulary] = {
        var elements: [String: SVGVocabulary] = [:]
        func add(_ names: String, _ content: Content, _ attributes: Set<String>, _ own: String = "", required: String = "") {
            for name in words(names) {
                elements[name] = SVGVocabulary(
                    content: content, attributes: attributes.union(words(own)).union(words(required)), required: words(required))
            }
        }
        let all = paint.union(font).union(marks).union(words("stop-color stop-opacity"))
        add("svg", .graphics, all, "x y width height viewBox preserveAspectRatio overflow xml:space")
        add("g defs", .graphics, all, "transform")
        add("symbol", .graphics, all, "viewBox preserveAspectRatio overflow")
        add("marker", .graphics, all, "viewBox preserveAspectRatio overflow refX refY markerUnits markerWidth markerHeight orient")
        add("pattern", .graphics, all, "x y width height patternUnits patternContentUnits patternTransform viewBox preserveAspectRatio")
        add("mask", .graphics, all, "x y width height maskUnits maskContentUnits")
        add("clipPath", .clip, paint, "clipPathUnits transform")
        add("linearGradient", .stops, gradient, "x1 y1 x2 y2")
        add("radialGradient", .stops, gradient, "cx cy r fx fy")
        add("stop", .nothing, words("id class style color stop-color stop-opacity"), required: "offset")
        add("path", .nothing, paint.union(marks), "transform", required: "d")
        add("polyline polygon", .nothing, paint.union(marks), "transform", required: "points")
        add("line", .nothing, paint.union(marks), "transform x1 y1 x2 y2")
        add("rect", .nothing, paint, "transform x y rx ry", required: "width height")
        add("circle", .nothing, paint, "transform cx cy", required: "r")
        add("ellipse", .nothing, paint, "transform cx cy", required: "rx ry")
        add("use", .nothing, all, "transform x y width height", required: "xlink:href")
        add(
            "image", .nothing, words("id class style opacity display visibility clip-path mask transform x y preserveAspectRatio"),
            required: "width height xlink:href")
        add("text", .words, paint.union(font), "transform x y dx dy rotate textLength lengthAdjust xml:space")
        add("tspan", .words, paint.union(font), "x y dx dy rotate textLength lengthAdjust xml:space")
        add("textPath", .words, paint.union(font), "startOffset textLength lengthAdjust", required: "xlink:href")
        add("title desc", .text, words("id class style"))
        add("style", .text, words("type"))
        return elements
    }()

    /// Attributes that take a few words alone.
    private static let values: [String: Set<String>] = [
        "fill-rule": words("nonzero evenodd inherit"), "clip-rule": words("nonzero evenodd inherit"),
        "stroke-linecap": words("butt round square inherit"), "stroke-linejoin": words("miter round bevel inherit"),
        "display": words("inline block none inherit"), "visibility": words("visible hidden collapse inherit"),
        "overflow": words("visible hidden scroll auto inherit"), "xml:space": words("default preserve"),
        "font-style": words("normal italic oblique inherit"), "font-variant": words("normal small-caps inherit"),
        "font-weight": words("normal bold bolder lighter 100 200 300 400 500 600 700 800 900 inherit"),
        "text-anchor": words("start middle end inherit"), "lengthAdjust": words("spacing spacingAndGlyphs"),
        "dominant-baseline": words("auto ideographic alphabetic hanging mathematical central middle inherit"),
        "alignment-baseline": words("auto baseline middle central ideographic alphabetic hanging mathematical inherit"),
        "gradientUnits": words("userSpaceOnUse objectBoundingBox"), "spreadMethod": words("pad reflect repeat"),
        "patternUnits": words("userSpaceOnUse objectBoundingBox"), "patternContentUnits": words("userSpaceOnUse objectBoundingBox"),
        "maskUnits": words("userSpaceOnUse objectBoundingBox"), "maskContentUnits": words("userSpaceOnUse objectBoundingBox"),
        "clipPathUnits": words("userSpaceOnUse objectBoundingBox"), "markerUnits": words("strokeWidth userSpaceOnUse"),
        "preserveAspectRatio": Set(
            (["none"] + ["xMin", "xMid", "xMax"].flatMap { x in ["YMin", "YMid", "YMax"].map { x + $0 } })
                .flatMap { [$0, $0 + " meet", $0 + " slice"] }),
    ]

    private static func words(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
    }
}
