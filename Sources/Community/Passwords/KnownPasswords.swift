import Glibc

/// Passwords that are tried first: a short list of our own, and a longer one where the system has it.
package struct KnownPasswords: Sendable {
    /// Where Debian's packages put lists of passwords, one a line.
    package static let installedLists = ["/usr/share/john/password.lst", "/usr/share/wordlists/rockyou.txt", "/usr/share/dict/passwords"]
    /// No more of a list is read.
    private static let largestList = 1 << 20

    private let folded: Set<String>

    /// Reads the first of the lists that is there; one that cannot be read is passed over. Blocking: once, at the start.
    package init(lists: [String] = KnownPasswords.installedLists) {
        let own = Self.builtIn.split(whereSeparator: \.isWhitespace).map(String.init)
        let found = lists.lazy.compactMap(Self.words).first ?? []
        folded = Set((own + found).map { AddressKey($0).text })
    }

    /// How many are known.
    package var count: Int { folded.count }

    /// True for a folded password of the lists, and for one character again and again.
    func contains(_ password: String) -> Bool {
        folded.contains(password) || Set(password.unicodeScalars).count <= 1
    }

    /// The words of a file that are long enough to matter.
    private static func words(of path: String) -> [String]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: largestList)
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes { read(file, $0.baseAddress.map { $0 + filled }, $0.count - filled) }
            guard count > 0 else { break }
            filled += count
        }
        let lines = bytes.prefix(filled).split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        return lines.filter { $0.count >= PasswordRules.minimum && !$0.starts(with: "#!".utf8) }.map { String(decoding: $0, as: UTF8.self) }
    }

    /// From the lists that leaks of the last twenty years have in common; shorter ones fall to the length anyway.
    private static let builtIn = """
        12345678 123456789 1234567890 12345678910 123456789a 1234567891 0123456789 0987654321 987654321 87654321 11111111 111111111
        1111111111 00000000 0000000000 88888888 99999999 55555555 66666666 77777777 22222222 12341234 11223344 1122334455 12344321
        123123123 123321123 147258369 147852369 159753456 789456123 741852963 963852741 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx
        1qaz2wsx3edc 1qazxsw2 q1w2e3r4 q1w2e3r4t5 zaq12wsx zaq1zaq1 qazwsxedc qwertyui qwertyuiop qwertyuiop123 qwerty12
        qwerty123 qwerty1234 qwerty12345 qwerty123456 1234qwer 123qweasd 123456qwerty qweasdzxc qweasd123 qwerqwer asdfghjk
        asdfghjkl asdf1234 asdfasdf zxcvbnm1 zxcvbnm123 zxcvbnm, 1234abcd abcd1234 abc12345 abcdefgh abcdefg1 abcdef123 aa123456
        a1234567 a12345678 a123456789 aaaaaaaa abcabcabc 123456ab 123456abc 12345678a 1234567a 123abc123 password password1
        password12 password123 password1234 password12345 password! password1! passw0rd p@ssw0rd p@ssword p@55w0rd pa55word passwort
        passwort1 mypassword thepassword newpassword changeme changeme1 changeme123 letmein1 letmein123 letmeinnow welcome1
        welcome12 welcome123 welcome1234 administrator admin123 admin1234 admin12345 adminadmin rootroot testtest test1234 testing123
        guest123 default1 secret123 topsecret trustno1 iloveyou iloveyou1 iloveyou2 iloveyou123 ilovehim iloveher loveyou1 lovelove
        sunshine sunshine1 princess princess1 princess123 football football1 baseball baseball1 basketball softball superman
        superman1 spiderman batman123 starwars starwars1 pokemon1 pokemon123 dragon123 dragonball monkey123 michelle jennifer
        jonathan danielle victoria samantha benjamin charlie1 jordan23 michael1 nicole123 ashley123 computer computer1 internet
        internet1 whatever whatever1 butterfly chocolate elephant corvette mercedes mustang1 liverpool liverpool1 chelsea1
        arsenal1 barcelona christmas midnight sweetheart blink182 metallica slipknot nirvana1 master123 shadow123 hello123
        helloworld freedom1 maverick scorpion december november september qwertzuiop qwertz123 azertyuiop azerty123
        """
}
