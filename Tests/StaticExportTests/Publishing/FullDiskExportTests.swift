import Glibc
import TestSupport
import Testing

@testable import StaticExport

/// A disk without room for the next site keeps the one that is there.
@Suite(.serialized) struct FullDiskExportTests {
    /// Whether this process may mount a small file system to fill.
    private static let mayMount: Bool = {
        guard geteuid() == 0, let folder = try? TemporaryFolder(), mount(folder.path) else { return false }
        umount2(folder.path, Int32(MNT_DETACH))
        return true
    }()

    private static func mount(_ path: String) -> Bool { Glibc.mount("tmpfs", path, "tmpfs", 0, "size=4m") == 0 }

    @Test(.enabled("only root may mount a file system to fill") { mayMount })
    func theOldSiteStaysWhole() async throws {
        let disk = try TemporaryFolder()
        try #require(Self.mount(disk.path))
        defer { umount2(disk.path, Int32(MNT_DETACH)) }
        var files = ["Home.md": "# Home\n", "a.bin": String(repeating: "a", count: 300_000)]
        try await SiteWiki.with(files) { site in
            let place = "\(disk.path)/www"
            try await site.export(place)
            let before = try FileTree(place)
            files["Home.md"] = "# Other\n"
            files["b.bin"] = String(repeating: "b", count: 4_500_000)
            try await site.commit(files)
            let error = await #expect(throws: ExportError.self) { try await site.export(place) }
            guard case .system(_, let reason) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(reason == String(cString: strerror(ENOSPC)))
            let after = try FileTree(place)
            #expect(after == before && after.written(since: before) == [])
            #expect(access("\(disk.path)/.www.stemma/twin", F_OK) != 0, "and the disk has its room again")
            files["b.bin"] = "b"
            try await site.commit(files)
            try await site.export(place)
            #expect(try FileTree(place).text("index.html").contains("Other"), "with room again it follows")
        }
    }
}
