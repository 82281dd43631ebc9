import DataFiles
import Membership
import Storage
import Testing

@testable import Partnership

@Suite("A CSV file of people")
struct PeopleFileTests {
    private func read(_ text: String, known: [String] = []) throws -> PeopleFile {
        try PeopleFile(
            Array(text.utf8), named: "people.csv", agencies: [], known: Set(known.compactMap { EmailAddress($0) }))
    }

    @Test("its columns may stand in any order, and others are passed over")
    func good() throws {
        let file = try read("telephone,email,name\n1,ada@example.org, Ada Byron \n2,,Bo Martin\n")
        #expect(file.faults.isEmpty)
        #expect(file.people.map(\.name) == ["Ada Byron", "Bo Martin"])
        #expect(file.people.map { $0.email?.description } == ["ada@example.org", nil])
    }

    @Test("everything that is wrong is told with its line and column, and not only the first")
    func faults() throws {
        let file = try read(
            "name,email,agency\n,ada@example.org,\nBo,not an address,\nCy,ADA@example.org,\nDi,di@example.org,Nobody\n"
                + "Ed,ed@example.org,\n", known: ["ed@example.org"])
        #expect(
            file.faults.map(\.description) == [
                "Line 2, column ‘name’: there is no name",
                "Line 3, column ‘email’: ‘not an address’ is not an email address",
                "Line 4, column ‘email’: ada@example.org is on line 2 too",
                "Line 5, column ‘agency’: no agency here is called ‘Nobody’",
                "Line 6, column ‘email’: ed@example.org is here already",
            ])
    }

    @Test(
        "what is no such file is refused, and told why",
        arguments: ["", "name\nAda\n", "name,email\n", "name,email\nAda\n"])
    func noSuchFile(text: String) {
        #expect(throws: DataFileError.self) { try read(text) }
    }
}

@Suite("A day as people write it")
struct TypedDayTests {
    @Test(
        "it is read the British way round",
        arguments: ["9/2/2016", "09.02.2016", "9 February 2016", "9 feb 2016", "2016-02-09", "9-2-2016"])
    func read(text: String) {
        #expect(Day(typed: text)?.description == "2016-02-09")
    }

    @Test(
        "what is no day is not taken for one",
        arguments: ["", "30/2/2016", "2/13/2016", "9/2/16", "9 Fe 2016", "tomorrow"])
    func refused(text: String) {
        #expect(Day(typed: text) == nil)
    }
}
