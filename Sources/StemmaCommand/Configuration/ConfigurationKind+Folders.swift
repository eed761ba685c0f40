extension ConfigurationKind where Value == String {
    /// A folder of this machine, absolute or below another one; slashes at its end are dropped. Whether it can be used is seen
    /// where it is.
    static var folder: Self {
        Self(
            "folder", expected: "the path of a folder, without “..”",
            reading: { text in
                guard text.isOneLine, text.utf8.count <= 4_000 else { return nil }
                let segments = text.utf8.split(separator: UInt8(ascii: "/"))
                guard !segments.contains(where: { $0.elementsEqual("..".utf8) }) else { return nil }
                let names = segments.filter { !$0.elementsEqual(".".utf8) }.map { String(Substring($0)) }
                guard !names.isEmpty else { return nil }
                return (text.utf8.first == UInt8(ascii: "/") ? "/" : "") + names.joined(separator: "/")
            },
            writing: { $0 })
    }
}
