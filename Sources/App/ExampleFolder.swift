import Assessment
import DataFiles
import ExampleYear
import Foundation
import Partnership

/// An example as it lies in `Examples/`: a partnership's facts, and what its generated incidents are calibrated to.
public struct ExampleFolder: Sendable {
    public let name: String
    public let partnership: ExamplePartnership
    public let year: ExampleYear
    private let places: [UInt8]

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
        partnership = try ExamplePartnership(json: read(ExamplePartnership.fileName))
        var tables: [String: [UInt8]] = [:]
        for file in ExampleFacts.fileNames { tables[file] = try read(file) }
        year = ExampleYear(facts: try ExampleFacts(files: tables), seed: ExampleYear.usualSeed)
        places = tables["places.csv"] ?? []
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

    /// What the first pages say of it.
    public var profile: Profile {
        Profile(
            name: partnership.name, district: partnership.area.name, planYear: partnership.planYear.name,
            agencies: partnership.agencies.map {
                .init(
                    name: $0.name, field: $0.field,
                    isResponsibleAuthority: $0.standing == .responsibleAuthority)
            },
            focusAreas: partnership.focusAreas.map { .init(title: $0.title, aims: $0.aims) },
            keyDates: partnership.year.map { .init(what: $0.what, when: $0.when) },
            example: name, exampleDay: partnership.source.published)
    }

    /// Everything the example gives to be imported, in order.
    public var files: [(kind: Release.Kind, name: String, bytes: [UInt8])] {
        [(.population, "places.csv", places)] + year.months.map { (.police, $0.fileName, $0.bytes) }
    }
}
