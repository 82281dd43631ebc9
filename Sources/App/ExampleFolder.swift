import DataFiles
import DataRegister
import ExampleYear
import Foundation
import Membership
import Partnership

/// An example as it lies in `Examples/`: a partnership's facts, and what its generated incidents are calibrated to.
public struct ExampleFolder: Sendable {
    public let name: String
    /// What the first pages say of its partnership.
    public let profile: Profile
    public let year: ExampleYear
    /// Its agencies, people, bodies and seats.
    let whoIsWho: ExampleWhoIsWho
    /// What it made of its data.
    let assessment: ExampleAssessment
    /// What it lays before a committee.
    let report: ExampleReport
    /// Its committees’ meetings.
    let meetings: ExampleMeetings
    /// What became of what they recommended.
    let recommendations: ExampleRecommendations
    /// What was decided, and what is to be.
    let decisions: ExampleDecisions
    private let places: [UInt8]
    /// What its district is compared with: other districts’ published totals, and their people.
    private let others: [(kind: Release.Kind, name: String, bytes: [UInt8])]

    /// - Parameters:
    ///   - folder: where the examples are; nil looks beside the program and in the folders above it.
    /// - Throws: ``InstallationFault``, `DataFileError`
    public init(_ name: String, in folder: String?) throws {
        guard let examples = folder ?? Self.find() else { throw InstallationFault.noSuchExample(name, known: []) }
        let known = (try? FileManager.default.contentsOfDirectory(atPath: examples).sorted()) ?? []
        guard known.contains(name) else { throw InstallationFault.noSuchExample(name, known: known) }
        let root = URL(filePath: examples).appending(path: name)
        func read(_ file: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: root.appending(path: file))) }
        self.name = name
        profile = try PartnershipFile(json: read(PartnershipFile.fileName)).profile(example: name)
        var tables: [String: [UInt8]] = [:]
        for file in ExampleFacts.fileNames { tables[file] = try read(file) }
        year = ExampleYear(facts: try ExampleFacts(files: tables), seed: ExampleYear.usualSeed)
        var who: [String: [UInt8]] = [:]
        for file in ExampleWhoIsWho.fileNames { who[file] = try read(file) }
        whoIsWho = try ExampleWhoIsWho(files: who)
        var finished: [String: [UInt8]] = [:]
        for file in ExampleAssessment.fileNames { finished[file] = try read(file) }
        assessment = try ExampleAssessment(files: finished)
        var written: [String: [UInt8]] = [:]
        for file in ExampleReport.fileNames { written[file] = try read(file) }
        report = try ExampleReport(files: written)
        var called: [String: [UInt8]] = [:]
        for file in ExampleMeetings.fileNames { called[file] = try read(file) }
        meetings = try ExampleMeetings(files: called)
        var sent: [String: [UInt8]] = [:]
        for file in ExampleRecommendations.fileNames { sent[file] = try read(file) }
        recommendations = try ExampleRecommendations(files: sent)
        decisions = try ExampleDecisions(files: [
            ExampleDecisions.fileNames[0]: read(ExampleDecisions.fileNames[0])
        ])
        places = tables["places.csv"] ?? []
        others = [
            (.population, "districts.csv", try read("districts.csv")),
            (.districtYears, "district-years.csv", try read("district-years.csv")),
        ]
    }

    /// The folder `Examples` of the checkout or installation this program lies in.
    private static func find() -> String? {
        var folder = URL(filePath: ProcessInfo.processInfo.arguments[0]).resolvingSymlinksInPath()
        var candidates = [URL(filePath: FileManager.default.currentDirectoryPath)]
        while folder.pathComponents.count > 1 {
            folder.deleteLastPathComponent()
            candidates.append(folder)
        }
        return candidates.map { $0.appending(path: "Examples").path }
            .first { FileManager.default.fileExists(atPath: $0) }
    }

    /// The one-time addresses of people of the example, so that it can be seen as each of them sees it.
    ///
    /// - Throws: `DatabaseFault`
    func signIns(in installation: Installation) async throws -> [SignInAddress] {
        let people = try await PersonStore(installation.database, identities: installation.identities).people()
        return whoIsWho.signIns.compactMap { name, title in
            people.first { $0.name == name }.map {
                SignInAddress(for: $0.id, titled: title, at: installation.now())
            }
        }
    }

    /// How many months of incidents it has.
    public var months: Int { year.months.count }

    /// Everything the example gives to be imported, in order.
    public var files: [(kind: Release.Kind, name: String, bytes: [UInt8])] {
        // The places tell who lives where, and which ward each lies in.
        [(.population, "places.csv", places), (.lookups, "places.csv", places)] + others
            + year.months.map { (.police, $0.fileName, $0.bytes) }
    }
}
