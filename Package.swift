// swift-tools-version: 6.2
// SPDX-License-Identifier: AGPL-3.0-or-later
import PackageDescription

/// Every target of ours is built in the Swift 6 language mode and without a warning.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "frankpledge",
    products: [
        .executable(name: "frankpledge", targets: ["frankpledge"])
    ],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        // The program, and the house it opens.
        .executableTarget(
            name: "frankpledge",
            dependencies: ["App", "DataFiles", "DataRegister", "Storage", .argumentParser, .logging],
            swiftSettings: strict),
        .target(
            name: "App",
            dependencies: [
                "Administration", "Assessment", "Charts", "DataFiles", "DataRegister", "Decisions", "ExampleYear",
                "Geography", "Meetings", "Membership", "Minutes", "MyPapers", "Notices", "Participation", "Partnership",
                "Press", "PublicSite", "Publishing", "Recommendations", "Reports", "Statistics", "Storage",
                "StrategicAssessment", "Web", "Wording", "Workbooks", "WorkingDays",
                .configuration, .hummingbird, .logging, .lifecycle,
            ],
            swiftSettings: strict),

        // Capabilities: each holds its rules, access, store, pages, papers and migrations, and imports no other.
        .target(
            name: "Administration",
            dependencies: ["DataFiles", "Membership", "Notices", "Storage", "Web", "Wording", .hummingbird],
            swiftSettings: strict),
        .target(
            name: "Assessment",
            dependencies: [
                "Charts", "DataFiles", "DataRegister", "Geography", "Membership", "Press", "Statistics", "Storage",
                "Web", "Wording", .crypto, .hummingbird,
            ],
            resources: [.copy("Papers")],
            swiftSettings: strict),
        .target(
            name: "Partnership",
            dependencies: ["DataFiles", "Membership", "Notices", "Press", "Storage", "Web", "Wording", .hummingbird],
            resources: [.copy("Papers")],
            swiftSettings: strict),
        .ofCommittees("Decisions", "DataFiles", printing: []),
        .ofCommittees("Meetings", .crypto),
        .ofCommittees("Minutes"),
        .ofCommittees("MyPapers", printing: []),
        .ofCommittees("Participation", printing: []),
        .ofCommittees("Recommendations", "DataFiles", printing: []),
        .ofCommittees("Reports"),
        .target(
            name: "StrategicAssessment",
            dependencies: [
                "Charts", "DataFiles", "DataRegister", "Markdown", "Membership", "Notices", "Press", "Publishing",
                "Statistics", "Storage", "Web", "Wording", .hummingbird,
            ],
            resources: [.copy("Papers")],
            swiftSettings: strict),

        // What everybody may read: it sees what was published, and nothing else.
        .target(
            name: "PublicSite",
            dependencies: [
                "DataFiles", "Markdown", "Membership", "Publishing", "Storage", "Web", "Wording", "WorkingDays",
                .hummingbird,
            ],
            swiftSettings: strict),
        .target(
            name: "Publishing",
            dependencies: ["DataFiles", "Markdown", "Membership", "Storage", "Web", "Wording", "WorkingDays"],
            swiftSettings: strict),

        // The ground: small and settled.
        .target(
            name: "DataRegister",
            dependencies: [
                "DataFiles", "Geography", "Membership", "Storage", "Web", "Wording", "Workbooks", "WorkingDays",
                .hummingbird, .logging,
            ],
            swiftSettings: strict),
        .target(
            name: "Web",
            dependencies: [
                "CISAL", "CQRCode", "Markdown", "Membership", "Storage", "Wording", .crypto, .hummingbird, .logging,
            ],
            resources: [.copy("Assets")],
            swiftSettings: strict),
        .target(
            name: "Membership", dependencies: ["CArgon2", "Storage", .crypto],
            resources: [.copy("SigningIn/well-known-passwords.txt")], swiftSettings: strict),
        .target(name: "Notices", dependencies: ["CCurl", "Storage", "Wording", .logging], swiftSettings: strict),
        .target(
            name: "Storage",
            dependencies: ["CPostgreSQL", "CSQLiteShim", "CStemmer", "Wording", .grdb, .crypto, .logging],
            swiftSettings: strict),
        .target(name: "WorkingDays", dependencies: ["Storage", "Wording"], swiftSettings: strict),
        .target(
            name: "Workbooks", dependencies: [.subprocess], resources: [.copy("Resources")], swiftSettings: strict),
        .target(
            name: "Press",
            dependencies: ["Markdown", .crypto, .logging, .subprocess],
            resources: [.copy("Resources")],
            swiftSettings: strict),

        // Pure: values in, values out. They import nothing of ours but one another's smallest.
        .target(name: "Charts", dependencies: ["Wording"], swiftSettings: strict),
        .target(name: "DataFiles", dependencies: ["CISAL", "CScan", "Wording"], swiftSettings: strict),
        .target(name: "ExampleYear", dependencies: ["DataFiles"], swiftSettings: strict),
        .target(name: "Geography", dependencies: ["Wording"], swiftSettings: strict),
        .target(name: "Markdown", dependencies: ["CCommonMark"], swiftSettings: strict),
        .target(name: "Statistics", dependencies: ["CGLPK", "Wording"], swiftSettings: strict),
        .target(name: "Wording", swiftSettings: strict),

        // What benchmarks time.
        .executableTarget(
            name: "StreetCrimeCounter", dependencies: ["DataFiles"], path: "Benchmarks/street-crime/counter",
            swiftSettings: strict),
        .executableTarget(
            name: "SeriesReckoner", dependencies: ["Statistics"], path: "Benchmarks/seasonality/reckoner",
            swiftSettings: strict),
        .executableTarget(
            name: "RateTimer", dependencies: ["Statistics"], path: "Benchmarks/rate-intervals/timer",
            swiftSettings: strict),
        .executableTarget(
            name: "EntryWalker", dependencies: ["Storage", .logging], path: "Benchmarks/entry-chain/walker",
            swiftSettings: strict),
        .executableTarget(
            name: "RecordsCaller", dependencies: ["Storage", .logging], path: "Benchmarks/libpq/caller",
            swiftSettings: strict),
        .executableTarget(
            name: "HotSpotFinder", dependencies: ["Statistics"], path: "Benchmarks/hot-spots/finder",
            swiftSettings: strict),

        // What the crash harness kills, starves and cuts the power of.
        .executableTarget(
            name: "CrashWriter", dependencies: ["Storage", .logging], path: "Tests/Crash/Writer",
            swiftSettings: strict),

        // System libraries, a module map each.
        .systemLibrary(name: "CArgon2", pkgConfig: "libargon2", providers: [.apt(["libargon2-dev"])]),
        .systemLibrary(
            name: "CCommonMark", pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CISAL", pkgConfig: "libisal", providers: [.apt(["libisal-dev"])]),
        .systemLibrary(name: "CPostgreSQL", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CQRCode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
        .target(name: "CGLPK", linkerSettings: [.linkedLibrary("glpk")]),
        .target(name: "CScan"),
        .target(name: "CSQLiteShim", linkerSettings: [.linkedLibrary("sqlite3")]),

        // Tests.
        .target(name: "ScratchDatabases", dependencies: ["Storage", .logging, .subprocess], swiftSettings: strict),
        .target(
            name: "SampleData",
            dependencies: ["DataFiles", "DataRegister", "Membership", "ScratchDatabases", "Storage", .logging],
            swiftSettings: strict),
        .testTarget(
            name: "AdministrationTests",
            dependencies: ["Administration", "Membership", "ScratchDatabases", "Storage", "Web"],
            swiftSettings: strict),
        .testTarget(
            name: "AppTests",
            dependencies: [
                "Administration", "App", "DataFiles", "DataRegister", "Decisions", "ExampleYear", "Meetings",
                "Membership", "Minutes", "MyPapers", "Notices", "Participation", "Partnership", "Press", "Publishing",
                "Recommendations", "Reports", "ScratchDatabases", "Storage", "StrategicAssessment", "Web", "Wording",
                "WorkingDays",
                .crypto, .hummingbird, .hummingbirdTesting, .logging,
            ],
            exclude: ["Golden"],
            swiftSettings: strict),
        .testTarget(
            name: "AssessmentTests",
            dependencies: [
                "Assessment", "Charts", "DataFiles", "DataRegister", "ExampleYear", "Geography", "Membership",
                "SampleData", "ScratchDatabases", "Statistics", "Storage", "Web", "Wording", .crypto, .logging,
            ],
            swiftSettings: strict),
        .testTarget(name: "ChartsTests", dependencies: ["Charts"], swiftSettings: strict),
        .testTarget(
            name: "CommandLineTests", dependencies: ["frankpledge", "ScratchDatabases", .subprocess],
            swiftSettings: strict),
        .testTarget(name: "DataFilesTests", dependencies: ["DataFiles", "ScratchDatabases"], swiftSettings: strict),
        .testTarget(
            name: "DataRegisterTests",
            dependencies: [
                "DataFiles", "DataRegister", "Geography", "SampleData", "ScratchDatabases", "Storage", "Web", "Wording",
                .logging,
            ],
            swiftSettings: strict),
        .testing("Decisions"),
        .testTarget(name: "ExampleYearTests", dependencies: ["DataFiles", "ExampleYear"], swiftSettings: strict),
        .testTarget(name: "GeographyTests", dependencies: ["Geography"], swiftSettings: strict),
        .testTarget(name: "MarkdownTests", dependencies: ["Markdown"], swiftSettings: strict),
        .testing("Meetings"),
        .testTarget(
            name: "MembershipTests", dependencies: ["Membership", "ScratchDatabases", "Storage"], swiftSettings: strict),
        .testing("Minutes"),
        .testing("MyPapers"),
        .testTarget(
            name: "NoticesTests", dependencies: ["Notices", "ScratchDatabases", "Storage", .logging, .subprocess],
            exclude: ["post_office.py"], swiftSettings: strict),
        .testTarget(
            name: "PartnershipTests",
            dependencies: ["DataFiles", "Membership", "Partnership", "ScratchDatabases", "Storage", "Web"],
            swiftSettings: strict),
        .testTarget(
            name: "PressTests", dependencies: ["Markdown", "Press", "ScratchDatabases", .logging, .subprocess],
            swiftSettings: strict),
        .testTarget(
            name: "PublicSiteTests", dependencies: ["PublicSite", "Publishing", "Storage", "Web"],
            swiftSettings: strict),
        .testTarget(
            name: "PublishingTests", dependencies: ["Publishing", "ScratchDatabases", "Storage", "Web"],
            swiftSettings: strict),
        .testing("Participation"),
        .testing("Recommendations"),
        .testing("Reports"),
        .testTarget(
            name: "StrategicAssessmentTests",
            dependencies: [
                "DataFiles", "DataRegister", "Membership", "Notices", "Publishing", "ScratchDatabases", "Statistics",
                "Storage", "StrategicAssessment",
            ],
            swiftSettings: strict),
        .testTarget(name: "StatisticsTests", dependencies: ["Statistics", "Wording"], swiftSettings: strict),
        .testTarget(
            name: "StorageTests", dependencies: ["ScratchDatabases", "Storage", .grdb, .logging],
            swiftSettings: strict),
        .testTarget(name: "WorkingDaysTests", dependencies: ["Storage", "WorkingDays"], swiftSettings: strict),
        .testTarget(
            name: "WorkbooksTests", dependencies: ["ScratchDatabases", "Workbooks"], swiftSettings: strict),
        .testTarget(name: "WordingTests", dependencies: ["Wording"], swiftSettings: strict),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Markdown", "Membership", "ScratchDatabases", "Storage", "Web", "Wording", .crypto, .hummingbird,
                .hummingbirdTesting, .logging,
            ],
            swiftSettings: strict),
    ]
)

extension Target {
    /// A capability of committee papers: each stands on the same ground and prints papers of its own.
    static func ofCommittees(
        _ name: String, _ more: Dependency..., printing: [Resource] = [.copy("Papers")]
    ) -> Target {
        .target(
            name: name,
            dependencies: [
                "Markdown", "Membership", "Notices", "Press", "Publishing", "Storage", "Web", "Wording", "WorkingDays",
                .hummingbird,
            ] + more,
            resources: printing, swiftSettings: strict)
    }

    /// The tests of such a capability.
    static func testing(_ name: String) -> Target {
        .testTarget(
            name: "\(name)Tests",
            dependencies: [
                .byName(name: name), "Markdown", "Membership", "Notices", "Publishing", "ScratchDatabases", "Storage",
                "Web", "Wording", "WorkingDays",
            ],
            swiftSettings: strict)
    }
}

extension Target.Dependency {
    static let argumentParser = product(name: "ArgumentParser", package: "swift-argument-parser")
    static let configuration = product(name: "Configuration", package: "swift-configuration")
    static let crypto = product(name: "Crypto", package: "swift-crypto")
    static let grdb = product(name: "GRDB", package: "GRDB.swift")
    static let hummingbird = product(name: "Hummingbird", package: "hummingbird")
    static let hummingbirdTesting = product(name: "HummingbirdTesting", package: "hummingbird")
    static let lifecycle = product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
    static let logging = product(name: "Logging", package: "swift-log")
    static let subprocess = product(name: "Subprocess", package: "swift-subprocess")
}
