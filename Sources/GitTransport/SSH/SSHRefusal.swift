/// Why a client over SSH is not served.
struct SSHRefusal: Error {
    let sentence: String

    init(_ sentence: String) {
        self.sentence = sentence
    }
}
