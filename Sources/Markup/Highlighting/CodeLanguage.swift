/// The language of a fenced block, from the words behind the fence.
struct CodeLanguage: Equatable {
    /// Lower case; letters, digits and `+#-_.` only, so that it can stand in a class.
    let name: String

    /// Reads ``` ```rust,ignore ```, ``` ```{.python} ``` and the like; nil where there is no usable name.
    init?(info: some Collection<UInt8>) {
        let isSeparator: (UInt8) -> Bool = { [32, 9, 44, 123, 125, 58, 59].contains($0) }
        guard let word = info.split(whereSeparator: isSeparator).first else { return nil }
        let letters = word.drop { $0 == UInt8(ascii: ".") }
        let isUsable = letters.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
            default: "+#-_.".utf8.contains(byte)
            }
        }
        guard isUsable, !letters.isEmpty, letters.count <= 32 else { return nil }
        name = String(decoding: letters, as: UTF8.self).lowercased()
    }

    /// The definition file of GNU Source-highlight that reads it, if there is one.
    var definition: String? { Self.definitions[name] }

    /// Every name that is known.
    static var names: [String] { definitions.keys.sorted() }

    /// Names that people write behind a fence. Where no definition exists, that of a close relative serves.
    private static let definitions: [String: String] = {
        var result: [String: String] = [:]
        for (definition, names) in named {
            for name in names.split(separator: " ") { result[String(name)] = definition + ".lang" }
        }
        return result
    }()

    private static let named: [(String, String)] = [
        ("ada", "ada adb ads"), ("applescript", "applescript"), ("asm", "asm nasm assembly x86asm"), ("awk", "awk"),
        ("bat", "bat batch cmd"), ("bib", "bib bibtex"), ("bison", "bison yacc"), ("c", "c h"), ("caml", "ocaml caml ml mli"),
        ("clipper", "clipper"), ("cobol", "cobol"), ("coffeescript", "coffeescript coffee"), ("conf", "conf nginx apache"),
        ("cpp", "cpp c++ cc cxx hpp objc objective-c"), ("csharp", "csharp cs c#"), ("css", "css scss less"), ("d", "d"),
        ("desktop", "desktop ini toml editorconfig"), ("diff", "diff patch"), ("erlang", "erlang erl elixir"), ("flex", "flex lex"),
        ("fortran", "fortran f90"), ("glsl", "glsl hlsl wgsl"), ("go", "go golang"), ("groovy", "groovy gradle"),
        ("haskell", "haskell hs idris agda purescript elm"), ("haxe", "haxe"), ("html", "html htm vue svelte"), ("java", "java"),
        ("javascript", "javascript js jsx mjs typescript ts tsx"), ("json", "json json5 jsonc"), ("latex", "latex tex"),
        ("ldap", "ldap ldif"), ("lilypond", "lilypond"), ("lisp", "lisp elisp emacs-lisp clojure clj"), ("logtalk", "logtalk"),
        ("lua", "lua"),
        ("m4", "m4"), ("makefile", "makefile make mk"), ("oz", "oz"), ("pascal", "pascal delphi"), ("perl", "perl pl raku"), ("php", "php"),
        ("po", "po"), ("postscript", "postscript ps"), ("prolog", "prolog"), ("properties", "properties env dotenv"),
        ("proto", "proto protobuf"), ("python", "python py python3 starlark"), ("r", "r"), ("ruby", "ruby rb crystal"), ("rust", "rust rs"),
        ("scala", "scala kotlin kt swift dart fsharp"), ("scheme", "scheme scm racket"), ("sh", "sh bash shell zsh ksh fish"),
        ("sml", "sml"), ("spec", "spec"), ("sql", "sql mysql postgresql sqlite plsql"), ("tcl", "tcl"), ("texinfo", "texinfo"),
        ("vala", "vala"), ("vbscript", "vbscript vb vba"), ("vim", "vim viml"), ("xml", "xml svg xhtml plist rss"), ("xorg", "xorg"),
    ]
}
