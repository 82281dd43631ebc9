import Foundation
import Testing

@Suite("Kent, January to November 2014, from the files as published")
struct RealKentTests {
    private static let folder: String = {
        if let named = ProcessInfo.processInfo.environment["FRANKPLEDGE_DATA_SAMPLES"] { return named }
        let package = URL(fileURLWithPath: #filePath).appending(path: "../../..").standardizedFileURL
        return package.appending(path: "../shared/data").standardizedFileURL.path
    }()
    private static let files = (1...11).map {
        "\(folder)/police/street-2014/2014-\($0 < 10 ? "0" : "")\($0)-kent-street.csv.gz"
    }
    private static let arePresent = files.allSatisfy(FileManager.default.fileExists(atPath:))

    @Test(
        "148,133 rows, 11,231 crimes and 5,794 incidents of anti-social behaviour in Thanet",
        .enabled(if: arePresent, "no sample data: set FRANKPLEDGE_DATA_SAMPLES to its folder"))
    func thanetOfKent() async throws {
        try await Program.inFolder { program in
            let outcome = try await program.run(thanet(Self.files, to: "2014-11", "--json", "-"))
            #expect(outcome.status == 0, "\(outcome.err)")
            let json = try outcome.json()
            #expect(
                json["rows"] as? [String: Int] == ["read": 148_133, "kept": 147_027, "unplaced": 1_106, "refused": 0])
            let series = try #require(json["series"] as? [[String: Any]])
            let totals = Dictionary(
                uniqueKeysWithValues: series.compactMap { one in
                    (one["type"] as? String).flatMap { type in (one["total"] as? Int).map { (type, $0) } }
                })
            #expect(totals["Anti-social behaviour"] == 5_794)
            #expect(totals.values.reduce(0, +) == 17_025)
            #expect(series.allSatisfy { ($0["months"] as? [Any])?.count == 11 })
        }
    }
}
