import DataRegister
import HummingbirdTesting

@testable import App

/// A street-level file made by hand: `2014-01-testshire-street.csv`.
struct StreetFile {
    static let header =
        "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
        + "Last outcome category,Context"

    let month: String
    var force = "Testshire Police"
    var rows: [String] = []

    init(_ month: String, force: String = "Testshire Police", burglaries: Int = 0, incidents: Int = 0) {
        self.month = month
        self.force = force
        for number in 0..<burglaries { add("Burglary", id: "\(month)-\(number)") }
        for _ in 0..<incidents { add("Anti-social behaviour") }
    }

    var name: String { "\(month)-testshire-street.csv" }
    var text: String { ([Self.header] + rows).joined(separator: "\n") + "\n" }
    var file: Browser.File { Browser.File(name, text) }

    /// A row in Testham 001A, or in another place.
    mutating func add(_ type: String, id: String = "", code: String = "E01000001", area: String = "Testham 001A") {
        rows.append(
            "\(id),\(month),\(force),\(force),1.400000,51.380000,On or near High Street,\(code),\(area),\(type),,")
    }

    /// A row that belongs to the force and to no district.
    mutating func addUnplaced(_ type: String) {
        rows.append("x,\(month),\(force),\(force),,,No location,,,\(type),,")
    }
}

extension House {
    /// Gives files by upload and waits until they are read.
    ///
    /// - Returns: where the answer led.
    @discardableResult
    func take(_ files: [StreetFile]) async throws -> String {
        let response = try await officer().give(files.map(\.file))
        await program.first.desk.untilQuiet()
        return response.location
    }
}
