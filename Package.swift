// swift-tools-version: 6.2
import PackageDescription

/// The same strictness everywhere: what the compiler can hold, no reviewer has to.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let filePaths = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioEmbedded = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
let nioHTTPTypes = Target.Dependency.product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "stemma",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "stemma", targets: ["StemmaCommand"]),
        .executable(name: "stemma-pre-receive", targets: ["StemmaPreReceive"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.9.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    ],
    targets: [
        .systemLibrary(name: "CLibgit2", pkgConfig: "libgit2", providers: [.apt(["libgit2-dev"])]),
        .systemLibrary(
            name: "CCommonMark", pkgConfig: "libcmark-gfm", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .systemLibrary(name: "CGumbo", pkgConfig: "gumbo", providers: [.apt(["libgumbo-dev"])]),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CLibzip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CFileSystem"),
        .target(name: "CHighlight", linkerSettings: [.linkedLibrary("source-highlight"), .linkedLibrary("boost_regex")]),
        .module("Git", ["CLibgit2", subprocess, filePaths]),
        .module("Prose", []),
        .module("PushHook", []),
        .module("Markup", ["CCommonMark", "CGumbo", "CHighlight", yams]),
        .module("Wording", [yams]),
        .module("WikiCore", ["Git", "Prose", "Markup", yams, grdb, logging, metrics]),
        .module("Community", ["Git", "Markup", "WikiCore", "CSodium", "CCurl", yams, grdb, logging]),
        .module("Presentation", ["Git", "Prose", "Markup", "Wording", "WikiCore", "Community", yams]),
        .module(
            "WebServer",
            [
                "Git", "Prose", "Markup", "Wording", "WikiCore", "Community", "Presentation", "CZlib", hummingbird, hummingbirdCore, nio,
                nioHTTP1,
                nioHTTPTypes, httpTypes,
                lifecycle, logging, metrics,
            ]),
        .module(
            "GitTransport",
            [
                "Git", "PushHook", "Wording", "WikiCore", "Community", "CZlib", hummingbird, hummingbirdCore, nio, nioHTTP1, httpTypes,
                lifecycle, logging, metrics,
            ]),
        .module(
            "StaticExport",
            ["Git", "Prose", "Markup", "Wording", "WikiCore", "Presentation", "CFileSystem", "CZlib", "CLibzip", logging]),
        .executableTarget(
            name: "StemmaCommand",
            dependencies: [
                "Git", "Prose", "Markup", "Wording", "WikiCore", "Community", "Presentation", "WebServer", "GitTransport", "StaticExport",
                arguments, yams, hummingbird, lifecycle, logging, httpTypes,
            ],
            swiftSettings: strict),
        .executableTarget(name: "StemmaPreReceive", dependencies: ["PushHook"], swiftSettings: strict),
        .target(
            name: "TestSupport", dependencies: ["Git", "Markup", "WikiCore", grdb, logging], path: "Tests/TestSupport",
            swiftSettings: strict),
        .tests("Git", ["Git", "TestSupport"]),
        .tests("Prose", ["Prose", "TestSupport"]),
        .tests("Markup", ["Markup"]),
        .tests("Wording", ["Wording"]),
        .tests("WikiCore", ["Git", "Prose", "Markup", "WikiCore", "TestSupport", grdb, logging]),
        .tests("Community", ["Community", "Git", "Markup", "WikiCore", "TestSupport", grdb, logging], exclude: ["Mail/mail_server.py"]),
        .tests("Presentation", ["Git", "Prose", "Markup", "Wording", "WikiCore", "Presentation", "Community"]),
        .tests(
            "WebServer",
            [
                "WebServer", "WikiCore", "Community", "Presentation", "TestSupport", nio, nioEmbedded, nioHTTP1, nioHTTPTypes, httpTypes,
                logging,
            ]),
        .tests(
            "GitTransport",
            ["GitTransport", "PushHook", "Git", "WikiCore", "Community", "Wording", "TestSupport", grdb, logging, httpTypes, nio]),
        .tests(
            "StaticExport", ["StaticExport", "Git", "Markup", "Wording", "WikiCore", "Presentation", "TestSupport", logging]),
        .tests("StemmaCommand", ["StemmaCommand", "Presentation", "Git", "WikiCore", "Community", "WebServer", "TestSupport", arguments]),
        .tests("House"),
    ],
    cxxLanguageStandard: .cxx17
)

extension Target {
    /// A module of the design, with the settings that all share.
    static func module(_ name: String, _ dependencies: [Dependency]) -> Target {
        .target(name: name, dependencies: dependencies, swiftSettings: strict)
    }

    /// The tests beside a module.
    static func tests(_ module: String, _ dependencies: [Dependency] = [], exclude: [String] = []) -> Target {
        .testTarget(name: "\(module)Tests", dependencies: dependencies, exclude: exclude, swiftSettings: strict)
    }
}
