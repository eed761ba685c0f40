package import Git

/// A path as JSON, whose texts are Unicode while a path is bytes: the text where it is UTF-8, else the percent-encoded
/// address, with a member beside it that says so.
package struct PathJSON: Sendable {
    /// The members to put into an object: the path, and `…_encoded` where it is not plain.
    package let members: [JSONMember]

    /// - Parameter name: the name of the member.
    package init(_ path: GitPath, name: String = "path") {
        if let text = String(validating: path.bytes, as: UTF8.self) {
            members = [JSONMember(name: name, value: .string(text))]
        } else {
            let encoded = path.segments.map { PercentCoding.encoded($0) }.joined(separator: "/")
            members = [JSONMember(name: name, value: .string(encoded)), JSONMember(name: "\(name)_encoded", value: true)]
        }
    }
}
