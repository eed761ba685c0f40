/// A line of what the server tells a hook.
package enum HookAnswer: Hashable {
    /// Show this.
    case say(String)
    /// End with 0: git may move the references.
    case accept
    /// End with 1.
    case refuse

    /// As it stands on the socket. A text stays on its line.
    package var line: [UInt8] {
        switch self {
        case .say(let text): Array("say ".utf8) + text.utf8.filter { $0 != UInt8(ascii: "\n") } + [UInt8(ascii: "\n")]
        case .accept: Array("accept\n".utf8)
        case .refuse: Array("refuse\n".utf8)
        }
    }

    /// Reads a line without its end; nil where it is none of ours.
    package init?(line: some Collection<UInt8>) {
        let say = Array("say ".utf8)
        if line.starts(with: say) {
            self = .say(String(decoding: line.dropFirst(say.count), as: UTF8.self))
        } else if line.elementsEqual("accept".utf8) {
            self = .accept
        } else if line.elementsEqual("refuse".utf8) {
            self = .refuse
        } else {
            return nil
        }
    }
}
