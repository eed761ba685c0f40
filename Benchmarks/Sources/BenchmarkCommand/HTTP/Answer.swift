/// What a server answered.
struct Answer {
    let status: Int
    /// Header fields in their order, names in lower case.
    let fields: [(name: String, value: String)]
    let body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }

    /// The first field of that name.
    func field(_ name: String) -> String? {
        fields.first { $0.name == name }?.value
    }
}
