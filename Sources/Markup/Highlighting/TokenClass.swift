/// What the parts of code are called for a theme: class names `tok-…`. A dozen suffice for every language.
enum TokenClass: String {
    case keyword, string, comment, number, type, function, preproc, variable, symbol, inserted, deleted, heading

    /// The class of an element of GNU Source-highlight; nil for plain text.
    init?(element: String) {
        switch element {
        case "keyword", "predef_func", "section", "meta": self = .keyword
        case "string", "regexp", "specialchar", "value", "path", "url", "atom": self = .string
        case "comment", "todo", "note": self = .comment
        case "number", "twonumbers", "date", "time", "ip": self = .number
        case "type", "usertype", "classname", "property": self = .type
        case "function", "selector", "label", "name": self = .function
        case "preproc", "difflines": self = .preproc
        case "variable", "predef_var", "argument", "optionalargument", "attribute": self = .variable
        case "symbol", "cbracket", "paren": self = .symbol
        case "newfile": self = .inserted
        case "oldfile": self = .deleted
        case "bold", "italics", "underline": self = .heading
        default: return nil
        }
    }
}
