/// The headings of a page as a nested list of links.
struct TableOfContents {
    /// HTML of our own making; empty where there is no heading.
    let html: String

    init(_ headings: [Heading]) {
        guard !headings.isEmpty else {
            html = ""
            return
        }
        var output = "<nav class=\"toc\">\n"
        var levels: [Int] = []
        for heading in headings {
            while let last = levels.last, last > heading.level {
                levels.removeLast()
                // A heading deeper than its next but shallower than the one before stays in the outer list.
                if levels.isEmpty {
                    levels = [heading.level]
                    break
                }
                output += "</li>\n</ul>\n"
            }
            if let last = levels.last, last >= heading.level {
                output += "</li>\n"
                levels[levels.count - 1] = heading.level
            } else {
                output += levels.isEmpty ? "<ul>\n" : "\n<ul>\n"
                levels.append(heading.level)
            }
            output += "<li><a href=\"#" + escapedHTML(heading.anchor) + "\">" + escapedHTML(heading.text) + "</a>"
        }
        output += String(repeating: "</li>\n</ul>\n", count: levels.count) + "</nav>\n"
        html = output
    }
}
