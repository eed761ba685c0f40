import Testing

/// What people do on a wiki, in one line.
extension Visitor {
    /// The edit form of a page.
    func editForm(_ page: String) throws -> WebForm { try WebForm(try get("/-/edit/\(page)")) }

    /// Edits a page through its form.
    func save(_ page: String, _ markdown: String, summary: String = "", author: String? = nil) throws -> Answer {
        var form = try editForm(page)
        form.write(markdown, summary: summary, author: author)
        return try post(form)
    }

    /// Edits a page, expects that it is taken, and shows it as the visitor sees it then.
    @discardableResult
    func saves(
        _ page: String, _ markdown: String, summary: String = "", author: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
    )
        throws -> Answer
    {
        let saved = try save(page, markdown, summary: summary, author: author)
        #expect(saved.status == 303, "\(saved.html.plain)", sourceLocation: sourceLocation)
        return try follow(saved, sourceLocation: sourceLocation)
    }

    /// Answers a question with its one button.
    func confirm(_ address: String, summary: String? = nil) throws -> Answer {
        var form = try WebForm(try get(address))
        if let summary { form["summary"] = summary }
        return try post(form)
    }

    /// Puts a file into a folder through its form.
    func attach(_ file: [UInt8], as name: String, folder: String) throws -> Answer {
        let form = try WebForm(try get("/-/attach/\(folder)"))
        var body: [UInt8] = []
        for (field, value) in [("csrf", form["csrf"] ?? ""), ("folder", folder), ("name", name)] {
            body += Array("--frontier\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)\r\n".utf8)
        }
        body += Array("--frontier\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n\r\n".utf8)
        body += file + Array("\r\n--frontier--\r\n".utf8)
        return try send("POST", form.action, [("Content-Type", "multipart/form-data; boundary=frontier")], body)
    }

    /// The first link of a page with this text.
    func link(_ text: String, in answer: Answer, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
        let html = answer.html
        let tag = html.tags("a").first { HTMLText(html.content(of: $0)).plain == text }
        return try #require(tag?["href"], "no link “\(text)”", sourceLocation: sourceLocation)
    }

    /// The Markdown of a page as the wiki has it.
    func markdown(_ page: String) throws -> String { try get("/\(page)?raw").text }
}
