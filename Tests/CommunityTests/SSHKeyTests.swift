import TestSupport
import Testing

@testable import Community

@Suite struct SSHKeyTests {
    @Test(arguments: [
        (SampleKeys.ed25519, SampleKeys.ed25519Fingerprint), (SampleKeys.p256, SampleKeys.p256Fingerprint),
        (SampleKeys.rsa2048, SampleKeys.rsa2048Fingerprint),
    ])
    func goodKeys(_ text: String, _ fingerprint: String) throws {
        let key = try SSHKeyText("  \(text)\r\n")
        #expect(key.fingerprint == fingerprint && key.comment == "ada@laptop")
        let words = text.split(separator: " ")
        #expect(key.algorithm == words[0])
        #expect(Sodium.base64(key.blob, isPadded: true) == words[1])
        // Without a comment, and with one of several words.
        #expect(try SSHKeyText("\(words[0]) \(words[1])").comment == "")
        #expect(try SSHKeyText("\(words[0])\t\(words[1])  my old laptop").comment == "my old laptop")
    }

    @Test func whatSSHKeygenMakesIsRead() throws {
        let folder = try TemporaryFolder()
        for options in [["ed25519"], ["ecdsa", "-b", "384"], ["ecdsa", "-b", "521"], ["rsa", "-b", "3072"]] {
            let file = "\(folder.path)/\(options.joined())"
            let made = try? ChildProcess.run("ssh-keygen", ["-q", "-N", "", "-C", "test", "-f", file, "-t"] + options)
            // No OpenSSH here: the keys above were made by it.
            guard let made, made.status == 0 else { continue }
            let text = String(decoding: try ChildProcess.run("cat", ["\(file).pub"]).output, as: UTF8.self)
            let listed = String(decoding: try ChildProcess.run("ssh-keygen", ["-l", "-f", "\(file).pub"]).output, as: UTF8.self)
            #expect(try listed.contains(" \(SSHKeyText(text).fingerprint) "))
        }
    }

    @Test func refusals() {
        let words = SampleKeys.ed25519.split(separator: " ").map(String.init)
        let rsa = SampleKeys.rsa2048.split(separator: " ").map(String.init)
        let cases: [(String, SSHKeyProblem)] = [
            ("", .notAKey), ("ssh-ed25519", .notAKey), ("hello world", .notAKey), ("ssh-ed25519 !!!!", .notAKey),
            ("ssh-ed25519 \(words[1].dropLast(4))", .notAKey), ("ssh-ed25519 \(words[1])AAAA", .notAKey),
            ("ssh-rsa \(words[1])", .notAKey), ("ssh-ed25519 \(rsa[1])", .notAKey), ("ssh-rsa \(rsa[1].dropLast(4))", .notAKey),
            ("command=\"sh\" \(SampleKeys.ed25519)", .notAKey), ("\(SampleKeys.ed25519)\n\(SampleKeys.p256)", .notAKey),
            ("-----BEGIN OPENSSH PRIVATE KEY-----\nb3Blbn\n-----END OPENSSH PRIVATE KEY-----", .isPrivate),
            (SampleKeys.dsa, .unsupported("ssh-dss")), (SampleKeys.rsa1024, .tooShort(bits: 1024, minimum: 2048)),
            ("ssh-ed25519 \(words[1]) " + String(repeating: "x", count: 9000), .notAKey),
        ]
        for (text, problem) in cases {
            #expect(throws: MemberError.badKey(problem), "\(text.prefix(40))") { try SSHKeyText(text) }
        }
    }

    /// Cuts, and flips of single bits, never trap and never pass as another type.
    @Test func brokenKeysAreRefusedOrWhole() throws {
        var random = SeededGenerator(seed: 11)
        for text in [SampleKeys.ed25519, SampleKeys.p256, SampleKeys.rsa2048] {
            let key = try SSHKeyText(text)
            for _ in 0..<500 {
                var blob = key.blob
                switch random.below(3) {
                case 0: blob.removeLast(1 + random.below(blob.count - 1))
                case 1: blob[random.below(min(40, blob.count))] ^= 1 << UInt8(random.below(8))
                default: blob.insert(UInt8(random.below(256)), at: random.below(30))
                }
                let line = "\(key.algorithm) \(Sodium.base64(blob, isPadded: true))"
                if let read = try? SSHKeyText(line) { #expect(read.algorithm == key.algorithm && read.blob.count == key.blob.count) }
            }
        }
    }

    @Test func aKeyIsOnePersons() async throws {
        let company = try Company()
        let keys = company.members.keys
        let ada = try await company.person("ada")
        let ben = try await company.person("ben")
        let key = try await keys.add(account: ada.id, text: SampleKeys.ed25519, title: " Laptop ", by: ada.asking)
        #expect(key.title == "Laptop" && key.algorithm == "ssh-ed25519" && key.fingerprint == SampleKeys.ed25519Fingerprint)
        #expect(key.line == SampleKeys.ed25519.split(separator: " ").dropLast().joined(separator: " "))
        for asks in [ada, ben] {
            await #expect(throws: MemberError.keyTaken) { try await keys.add(account: asks.id, text: SampleKeys.ed25519, by: asks.asking) }
        }
        #expect(try await keys.find(fingerprint: key.fingerprint)?.account.id == ada.id)
        #expect(try await keys.find(blob: key.blob)?.key == key)
        #expect(try await keys.find(fingerprint: SampleKeys.p256Fingerprint) == nil)
        #expect(try await keys.add(account: ada.id, text: SampleKeys.p256, by: ada.asking).title == "ada@laptop")
        #expect(try await keys.list(account: ada.id).map(\.fingerprint) == [key.fingerprint, SampleKeys.p256Fingerprint])
        await #expect(throws: MemberError.notFound) { try await keys.remove(key.id, of: ben.id, by: ben.asking) }
        try await keys.remove(key.id, of: ada.id, by: ada.asking)
        #expect(try await keys.find(fingerprint: key.fingerprint) == nil)
        #expect(try await keys.add(account: ben.id, text: SampleKeys.ed25519, by: ben.asking).id > key.id)
        #expect(try await company.log("key").first == "key.added ada ada")
    }

    @Test func useIsWrittenDownOnceAMinute() async throws {
        let company = try Company()
        let ada = try await company.person("ada")
        let keys = company.members.keys
        let start = company.clock.now
        try await keys.add(account: ada.id, text: SampleKeys.ed25519, by: ada.asking)
        for (pause, seen) in [(0, start), (59, start), (1, start + 60)] {
            company.clock.advance(by: Int64(pause))
            try await keys.touch(try await keys.list(account: ada.id)[0], of: ada.id)
            #expect(try await keys.list(account: ada.id)[0].lastUsed == seen)
        }
    }

    @Test func keysAreBounded() async throws {
        var limits = MemberLimits()
        limits.held = 1
        let company = try Company(limits: limits)
        let ada = try await company.person("ada")
        try await company.members.keys.add(account: ada.id, text: SampleKeys.ed25519, by: ada.asking)
        await #expect(throws: MemberError.tooManyHeld(limit: 1)) {
            try await company.members.keys.add(account: ada.id, text: SampleKeys.p256, by: ada.asking)
        }
    }
}
