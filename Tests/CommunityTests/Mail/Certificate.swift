import TestSupport

/// A certificate that nobody has signed but itself.
final class Certificate {
    let file: String
    let key: String
    private let folder: TemporaryFolder

    /// Makes one for a name, as `DNS:mail.example.org` or `IP:127.0.0.1`.
    init(_ name: String = "IP:127.0.0.1") throws {
        folder = try TemporaryFolder()
        file = folder.path + "/certificate.pem"
        key = folder.path + "/key.pem"
        let made = try ChildProcess.run(
            "openssl",
            ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=test", "-days", "2"]
                + ["-addext", "subjectAltName=\(name)", "-keyout", key, "-out", file])
        guard made.status == 0 else { throw MailServer.Failure(description: "openssl: \(made.error)") }
    }
}
