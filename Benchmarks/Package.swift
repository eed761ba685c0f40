// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who builds Stemma pays for it. It knows the program only from outside: as a
// process, over HTTP, and through git. So it needs none of Stemma's modules and no library at all.
let package = Package(
    name: "benchmarks",
    products: [.executable(name: "benchmark", targets: ["BenchmarkCommand"])],
    targets: [
        .executableTarget(
            name: "BenchmarkCommand",
            swiftSettings: [
                .swiftLanguageMode(.v6),
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("InternalImportsByDefault"),
            ])
    ]
)
