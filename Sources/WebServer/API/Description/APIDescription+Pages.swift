import HTTPTypes

/// Reading and changing pages.
extension APIDescription {
    typealias Parameter = DescribedOperation.Parameter
    typealias Answer = DescribedOperation.Answer

    static let path = Parameter(
        name: "path", isPath: true, schema: ["type": "string"],
        description: "The page's path without `.md`. Its slashes stand as they are; all else is percent-encoded.")
    static let after = Parameter(name: "after", schema: ["type": "string"], description: "The `next` of the part before.")
    static let limit = Parameter(
        name: "limit",
        schema: Schema.number("How many.", minimum: 1, maximum: APIVisit.largestLimit, usual: APIVisit.usualLimit),
        description: "How many entries the answer has at most.")
    static let tag: [(name: String, description: String)] = [
        ("ETag", "Hand it back in `If-None-Match` to be answered 304 while nothing changed.")
    ]
    /// How a change may be refused.
    static let changeRefusals = [400, 403, 409, 413, 415, 422, 429, 503]

    var pageOperations: [(String, DescribedOperation)] {
        [
            ("/pages", listPages), ("/pages/{path}", getPage), ("/pages/{path}", putPage), ("/pages/{path}", deletePage),
            ("/pages/{path}/restore", restorePage),
        ]
    }

    private var listPages: DescribedOperation {
        DescribedOperation(
            method: .get, id: "listPages", tag: "Pages", summary: "List pages by path, without parts and redirects",
            parameters: [
                Parameter(name: "prefix", schema: ["type": "string"], description: "A folder: only pages below it."), Self.after,
                Self.limit,
            ],
            answers: [Answer(status: 200, description: "A part of the list.", schema: "PageList", headers: Self.tag)], refusals: [400])
    }

    private var getPage: DescribedOperation {
        DescribedOperation(
            method: .get, id: "getPage", tag: "Pages", summary: "Read a page",
            description: "A folder answers with its folder page, and a name that a page had once with that page; `path` tells.",
            parameters: [
                Self.path,
                Parameter(
                    name: "rev", schema: ["type": "string", "pattern": "^[0-9a-fA-F]{7,40}$"],
                    description: "A commit, by its id or a unique beginning of it: the page as it was then."),
            ],
            answers: [Answer(status: 200, description: "The page.", schema: "Page", headers: Self.tag)], refusals: [400, 404, 503])
    }

    private var putPage: DescribedOperation {
        DescribedOperation(
            method: .put, id: "putPage", tag: "Pages", summary: "Save a page",
            description: """
                Where the page changed since `base`, both changes are merged; where that cannot be done the answer is 409 with all \
                texts, and nothing is saved. Without `base` the page is new. Line ends, byte order mark and a missing last newline stay \
                as they are.
                """,
            parameters: [Self.path], body: "SavePage",
            answers: [
                Answer(status: 200, description: "Saved, or unchanged.", schema: "Saved"),
                Answer(
                    status: 201, description: "Saved as a new page.", schema: "Saved",
                    headers: [(name: "Location", description: "The page's address in this API.")]),
            ], refusals: Self.changeRefusals)
    }

    private var deletePage: DescribedOperation {
        DescribedOperation(
            method: .delete, id: "deletePage", tag: "Pages", summary: "Delete a page",
            description: "Its history stays, and it can be restored. Where the page changed since `base`, the answer is 409.",
            parameters: [Self.path], body: "DeletePage",
            answers: [Answer(status: 200, description: "Deleted.", schema: "Saved")], refusals: Self.changeRefusals + [404])
    }

    private var restorePage: DescribedOperation {
        DescribedOperation(
            method: .post, id: "restorePage", tag: "Pages", summary: "Bring an older text back",
            description: """
                The page reads as it did in that revision, whether it lives or was deleted. Where it changed since `base`, the answer \
                is 409.
                """,
            parameters: [Self.path], body: "RestorePage",
            answers: [Answer(status: 200, description: "Restored, or unchanged.", schema: "Saved")], refusals: Self.changeRefusals + [404])
    }
}
