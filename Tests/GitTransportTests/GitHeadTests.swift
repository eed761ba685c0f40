import Git
import HTTPTypes
import Testing

@testable import GitTransport

@Suite struct GitHeadTests {
    @Test func credentialsAreRead() {
        #expect(Credential(nil) == .none)
        #expect(Credential("") == .none)
        #expect(Credential("Bearer stm_abc") == .token("stm_abc"))
        #expect(Credential("bearer  stm_abc") == .token("stm_abc"))
        // ada:stm_abc, then x:a:b, then the same without its padding.
        #expect(Credential("Basic YWRhOnN0bV9hYmM=") == .token("stm_abc"))
        #expect(Credential("Basic eDphOmI=") == .token("a:b"))
        #expect(Credential("basic eDphOmI") == .token("a:b"))
        for wrong in ["Basic", "Basic ", "Basic !!!!", "Basic YWRh", "Basic YWRhOg==", "Digest x", "stm_abc", "Basic YWRhOv8="] {
            #expect(Credential(wrong) == .malformed, "\(wrong)")
        }
        #expect(Credential("Bearer " + String(repeating: "a", count: 10_000)) == .malformed)
    }

    @Test func oneServiceIsNamed() {
        #expect(GitRequestHead.program("service=git-upload-pack") == .uploadPack)
        #expect(GitRequestHead.program("service=git-receive-pack") == .receivePack)
        #expect(GitRequestHead.program("x=1&service=git-upload-pack") == .uploadPack)
        for wrong in [
            nil, "", "service=", "service=git-upload-archive", "service=upload-pack", "service=git-upload-pack&service=git-receive-pack",
            "service=git-upload-pack%00", "Service=git-upload-pack", "service=git--help",
        ] {
            #expect(GitRequestHead.program(wrong) == nil, "\(wrong ?? "nothing")")
        }
    }

    @Test func onlyKnownVersionsGoOn() {
        #expect(GitRequestHead.version("version=2") == 2)
        #expect(GitRequestHead.version("version=1") == 1)
        #expect(GitRequestHead.version("key=x:version=2") == 2)
        for wrong in [nil, "", "version=3", "version=2\nx", "2", "version=2;touch", String(repeating: "a", count: 1000) + ":version=2"] {
            #expect(GitRequestHead.version(wrong) == 0)
        }
    }

    @Test func onlyOneGzipIsTaken() {
        #expect(GitRequestHead.isGzip([:]) == false)
        #expect(GitRequestHead.isGzip([.contentEncoding: "identity"]) == false)
        #expect(GitRequestHead.isGzip([.contentEncoding: "GZIP"]) == true)
        #expect(GitRequestHead.isGzip([.contentEncoding: "x-gzip"]) == true)
        #expect(GitRequestHead.isGzip([.contentEncoding: "gzip, gzip"]) == nil)
        #expect(GitRequestHead.isGzip([.contentEncoding: "br"]) == nil)
    }

    @Test func mediaTypesAreCompared() {
        #expect(GitRequestHead.mediaType(" Application/X-Git-Upload-Pack-Request; charset=x") == "application/x-git-upload-pack-request")
        #expect(GitRequestHead.mediaType(nil) == "")
    }
}
