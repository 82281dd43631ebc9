import DataFiles
import Testing

@Suite("Map points keep the names that the publisher gives them")
struct StreetNameTests {
    private func read(_ rows: [String], threads: Int = 2) throws -> [String] {
        try Street.read(Street.file(rows), options: Street.options(points: .all, threads: threads)).streets.map(\.name)
    }

    @Test("each point once, by the first name it is met with, in order of place", arguments: [1, 2])
    func names(threads: Int) throws {
        let rows = [
            Street.row(location: "On or near High Street"), Street.row(location: "On or near High Street"),
            Street.row(location: "On or near Higher Street", type: "Drugs"),
            Street.row(longitude: "1.400000", location: "On or near Petrol Station"),
            Street.row(month: "2014-02", longitude: "1.430000", location: "\"On or near Mill Lane, East\""),
        ]
        #expect(
            try read(rows, threads: threads)
                == ["On or near Petrol Station", "On or near High Street", "On or near Mill Lane, East"])
    }

    @Test(
        "what is no name is not kept, and no row is refused for it",
        arguments: ["", "No Location", "On or near ", "   ", "\u{200B}", String(repeating: "x", count: 101)])
    func none(location: String) throws {
        let counts = try Street.read(
            Street.file([Street.row(location: location)]), options: Street.options(points: .all))
        #expect(counts.streets.isEmpty)
        #expect(counts.rows.kept == 1 && counts.faults.isEmpty)
        let later = [Street.row(location: location), Street.row(location: "On or near Park Lane", type: "Drugs")]
        #expect(try read(later) == ["On or near Park Lane"])
    }

    @Test("where rows are not counted by point, and where they have none, there are no names")
    func unwanted() throws {
        #expect(try Street.read([Street.thanet]).streets.isEmpty)
        #expect(try read([Street.unplaced]).isEmpty)
    }
}
