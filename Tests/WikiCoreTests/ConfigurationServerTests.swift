import Testing
import WikiCore

/// Which addresses nobody but this machine can reach.
@Suite struct ConfigurationServerTests {
    @Test(arguments: ["127.0.0.1", "127.255.0.9", "localhost", "LocalHost", "::1", "[::1]"])
    func addressesOfThisMachineAlone(host: String) {
        var server = Configuration.Server()
        #expect(server.isLoopback)
        server.host = host
        #expect(server.isLoopback)
    }

    @Test(arguments: [
        "0.0.0.0", "::", "192.0.2.1", "127.0.0.1.example.org", "127.0.0", "127.0.0.256", "127.example.0.1", "localhost.example.org",
        "1270.0.0.1", "example.org", "",
    ])
    func addressesThatOthersReach(host: String) {
        var server = Configuration.Server()
        server.host = host
        #expect(!server.isLoopback)
    }
}
