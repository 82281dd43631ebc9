import DataFiles
import Foundation
import Membership
import Storage

/// The agencies, people, bodies and seats of an example, as four tables in its folder tell them.
struct ExampleWhoIsWho: Sendable {
    static let fileNames = ["agencies.csv", "people.csv", "bodies.csv", "seats.csv"]

    private let agencies: [ExampleTable.Row]
    private let people: [ExampleTable.Row]
    private let bodies: [ExampleTable.Row]
    private let seats: [ExampleTable.Row]

    /// - Parameter files: the tables, by their names.
    /// - Throws: `DataFileError` where one is no table or lacks a column.
    init(files: [String: [UInt8]]) throws(DataFileError) {
        func table(_ name: String, _ columns: [String]) throws(DataFileError) -> [ExampleTable.Row] {
            try ExampleTable(files[name] ?? [], file: name, columns: columns).rows
        }
        agencies = try table("agencies.csv", ["name", "kind", "standing", "from", "liaison_officer"])
        people = try table("people.csv", ["name", "agency", "sign_in"])
        bodies = try table(
            "bodies.csv", ["name", "regime", "answers_to", "purpose", "frequency", "strategy_group", "from"])
        seats = try table("seats.csv", ["body", "title", "role", "agency", "holder", "substitute"])
    }

    /// Who of them can be signed in as by whoever looks at the example, with what they are.
    var signIns: [(name: String, title: String)] {
        people.filter { !$0["sign_in"].isEmpty }.map { ($0["name"], "the \($0["sign_in"]), \($0["name"])") }
    }

    /// Enters all of it by the way everything else takes, as the built-in officer.
    ///
    /// - Throws: `DataFileError` where a row names what no table has.
    func enter(into installation: Installation, at time: Date) async throws {
        let first = FirstOfficerStore(installation.database, identities: installation.identities)
        guard let officer = try await first.member(of: Program.permissions, at: time) else { return }
        let desk = ExampleDesk(installation, officer: officer, time: time)
        try await AreaStore(installation.database).set(.england, insteadOf: nil, by: officer.actor, at: time)
        let agencies = try await desk.enter(agencies: agencies)
        let people = try await desk.enter(people: people, agencies)
        for row in self.agencies where !row["liaison_officer"].isEmpty {
            try await desk.name(
                people.find(row, "liaison_officer"), for: agencies.find(row, "name"), from: row.day("from"))
        }
        let bodies = try await desk.enter(bodies: bodies)
        for row in seats { try await desk.enter(seat: row, bodies, agencies, people) }
    }
}

extension PartnershipArea {
    /// A district in a county of England, as Thanet is.
    fileprivate static var england: PartnershipArea {
        guard let area = PartnershipArea(country: .england, councils: .districtAndCounty) else {
            preconditionFailure("England has districts in counties")
        }
        return area
    }
}

/// A small table, each row by the names of its columns.
struct ExampleTable {
    struct Row {
        let file: String
        let line: Int
        private let cells: [String: String]

        init(file: String, line: Int, cells: [String: String]) {
            self.file = file
            self.line = line
            self.cells = cells
        }

        subscript(column: String) -> String { cells[column] ?? "" }

        /// - Throws: `DataFileError`
        func day(_ column: String) throws(DataFileError) -> Day {
            guard let day = Day(self[column]) else { throw failure(column, "is no day") }
            return day
        }

        /// - Throws: `DataFileError`
        func value<Wanted: RawRepresentable<String>>(_ column: String) throws(DataFileError) -> Wanted {
            guard let value = Wanted(rawValue: self[column]) else { throw failure(column, "is not known") }
            return value
        }

        func failure(_ column: String, _ problem: String) -> DataFileError {
            DataFileError(
                file: file, line: line, column: column, problem: "‘\(self[column])’ \(problem)",
                advice: "Take the file as it was published.")
        }
    }

    let rows: [Row]

    /// - Throws: `DataFileError`
    init(_ bytes: [UInt8], file: String, columns: [String]) throws(DataFileError) {
        var text = try DelimitedText(bytes, file: file)
        var places: [(name: String, place: Int)] = []
        for column in columns { places.append((column, try text.requiredColumn(named: column))) }
        var rows: [Row] = []
        while let row = try text.next() {
            let cells = Dictionary(uniqueKeysWithValues: places.map { ($0.name, row[$0.place]) })
            rows.append(Row(file: file, line: row.line, cells: cells))
        }
        self.rows = rows
    }
}

/// What was entered, by its name.
struct Entered<Subject>: Sendable {
    private var ids: [String: ID<Subject>] = [:]

    mutating func add(_ name: String, _ id: ID<Subject>) {
        ids[name] = id
    }

    /// - Throws: `DataFileError` where a cell names what is not there.
    func find(_ row: ExampleTable.Row, _ column: String) throws(DataFileError) -> ID<Subject> {
        guard let id = ids[row[column]] else { throw row.failure(column, "is not in the example’s tables") }
        return id
    }

    /// Nil where the cell is empty.
    func findIfNamed(_ row: ExampleTable.Row, _ column: String) throws(DataFileError) -> ID<Subject>? {
        row[column].isEmpty ? nil : try find(row, column)
    }
}
