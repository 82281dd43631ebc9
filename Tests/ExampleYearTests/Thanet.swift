import DataFiles
import ExampleYear
import Foundation

/// The folder of the Thanet example, and the year made from it.
enum Thanet {
    static func bytes(_ name: String) throws -> [UInt8] {
        let folder = URL(filePath: #filePath + "/../../../Examples/thanet-2016").standardized
        return Array(try Data(contentsOf: folder.appending(path: name)))
    }

    static func files() throws -> [String: [UInt8]] {
        try Dictionary(uniqueKeysWithValues: ExampleFacts.fileNames.map { ($0, try bytes($0)) })
    }

    static func year(seed: UInt64 = ExampleYear.usualSeed) throws -> ExampleYear {
        ExampleYear(facts: try ExampleFacts(files: try files()), seed: seed)
    }

    /// The usual year's files and rows: many tests look at them.
    static let usual = Result {
        let files = try year().months
        return (files: files, incidents: try incidents(of: files))
    }

    /// One generated row, by the name of its columns.
    struct Incident: Sendable {
        let month: String
        private let fields: [String]
        private let columns: [String: Int]

        init(month: String, fields: [String], header: [String]) {
            self.month = month
            self.fields = fields
            columns = Dictionary(uniqueKeysWithValues: zip(header, header.indices))
        }

        subscript(column: String) -> String { columns[column].map { fields[$0] } ?? "no column ‘\(column)’" }

        var isPlaced: Bool { !self["LSOA code"].isEmpty }
    }

    /// Every row of the files, read by the plain reader, which refuses any row that has not its twelve columns.
    static func incidents(of files: [ExampleYear.MonthFile]) throws -> [Incident] {
        var incidents: [Incident] = []
        for file in files {
            var text = try DelimitedText(file.bytes, file: file.fileName)
            while let row = try text.next() {
                incidents.append(Incident(month: file.month.description, fields: row.fields, header: text.header))
            }
        }
        return incidents
    }
}
