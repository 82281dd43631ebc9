import Foundation
import Testing

@testable import DataRegister

@Suite("Names of people in a partner’s file, wherever they come from")
struct NamesOfPeopleTests {
    /// One column beside the places of a file.
    private func table(_ heading: String, _ values: [String], places: Set<String> = []) throws -> GivenTable {
        let rows = values.map { "E01024657,2014-05,\"\($0)\"\n" }.joined()
        return try GivenTable(Array("LSOA,Month,\(heading)\n\(rows)".utf8), file: "a.csv", places: places)
    }

    private static let surnames = [
        "Vuković", "Okwuosa", "Szczepański", "Nguyen", "Patel", "Kowalski", "Adeyemi", "Hussain", "Müller",
        "Papadopoulos", "O’Riordan", "Nic-Gabhann", "D'Souza", "al-Masri", "van der Berg", "Ó Súilleabháin", "李",
    ]
    private static let first = [
        "Marko", "Chidi", "Zofia", "Thi", "Rajesh", "Piotr", "Folasade", "Imran", "Jürgen", "Eleni", "Caoimhe",
        "Róisín",
        "Lakshmi", "Yusuf", "Femke", "Seán", "Wei",
    ]
    private static let pairs = Array(zip(first, surnames))

    @Test(
        "surnames alone are asked about, however they are written",
        arguments: [
            surnames, surnames.map { $0.uppercased() }, surnames.map { $0.lowercased() },
            surnames.map { $0.decomposedStringWithCanonicalMapping },
            surnames.map { $0.replacing("’", with: "ʼ").replacing("-", with: "‐") }, Array(surnames.prefix(5)),
            surnames.flatMap { [$0, $0] }, surnames.prefix(9).map { $0.lowercased() },
        ])
    func alone(values: [String]) throws {
        let found = try table("ref", values)
        #expect(found.doubts.joined().contains("names of people"), "\(values)")
    }

    @Test(
        "a surname and a first name are refused, in either order, with a comma or without, and with initials",
        arguments: [
            pairs.map { "\($1), \($0)" }, pairs.map { "\($0) \($1)" }, pairs.map { "\($1.uppercased()), \($0)" },
            pairs.map { "\($1.uppercased()) \($0.prefix(1))" }, pairs.map { "\($0.prefix(1)). \($1)" },
            pairs.map { "\($0) \($1)".uppercased() }, pairs.prefix(6).map { "\($1), \($0)" },
        ])
    func whole(values: [String]) throws {
        #expect(try table("ref", values).personal.map(\.kind) == [.name], "\(values)")
    }

    @Test("a first name and a surname in small letters are asked about")
    func small() throws {
        for values in [Self.pairs.map { "\($0) \($1)" }, Self.pairs.map { "\($1), \($0)" }] {
            #expect(try table("ref", values.map { $0.lowercased() }).doubts.joined().contains("names of people"))
        }
    }

    /// Of nobody, under headings that say nothing as well.
    private static let harmless: [(String, [String])] = [
        ("Ward", ["Dane Valley", "Margate Central", "Cliftonville West", "Garlinge", "Newington", "Northwood"]),
        ("x", ["High Street", "King Street", "Marine Drive", "Station Road", "Ramsgate Road", "Albert Terrace"]),
        ("Location", ["Chez Nous", "Quex Park", "Villa Rosa", "Dreamland Margate", "Casa Mia", "Bella Vista"]),
        ("ref", ["Fall", "Overdose", "Fall", "Assault", "Fall", "Assault", "Overdose", "Self Harm", "Fall", "Fall"]),
        ("Reason", ["Burglary", "Robbery", "Criminal Damage", "Arson", "Assault", "Theft", "Drug Offences"]),
        ("Team", ["Alpha", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Juliet", "Oscar"]),
        ("who", ["Margate Team", "Ramsgate Team", "Response Team", "Night Team", "Duty Desk", "Out of Hours"]),
        ("x", ["Team A", "Team B", "Team C", "Team D", "Team E", "Team F"]),
        ("x", ["January", "February", "March", "April", "May", "June", "July", "August"]),
        ("x", ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]),
        ("x", ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]), ("x", ["Jan", "Feb", "Mar", "Apr", "Jun", "Sep"]),
        ("Notes", ["fell", "drunk", "fell down", "drunk again", "asleep", "cut", "unwell", "left"]),
        (
            "x",
            ["fell at home", "drunk in the street", "cut by glass", "hit by a car", "no one there", "asleep on bus"]
        ),
        ("x", ["yes", "no", "yes", "no", "unknown", "no"]), ("x", ["Male", "Female", "Male", "Unknown", "Female"]),
        ("Outcome", ["Taken to Hospital", "Left at Scene", "Refused Care", "Referred On", "Died", "Treated"]),
    ]

    @Test("places, streets, categories, teams, months, weekdays and free words are nobody", arguments: harmless.indices)
    func nobody(index: Int) throws {
        let (heading, values) = Self.harmless[index]
        let found = try table(heading, values)
        #expect(found.personal.isEmpty, "\(values)")
        #expect(found.doubts.isEmpty, "\(values)")
    }

    @Test("places that the partnership’s lookups name are nobody, whatever their column is called")
    func known() throws {
        let wards = ["Salmestone", "Viking", "Bradstowe", "Sir Moses Montefiore", "Victoria Grange", "St Peters"]
        #expect(!(try table("x", wards).doubts.isEmpty))
        let places = Set(wards.map { $0.lowercased() })
        #expect(try table("x", wards, places: places).doubts.isEmpty)
        #expect(try table("x", Self.surnames, places: places).doubts.count == 1)
    }
}
