import DataFiles
import Foundation
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
        let file = try read(
            "telephone,email,shoe size,name\n01632 960001,ada@example.org,7, Ada Byron \n,,,Bo Martin\n")
        #expect(file.faults.isEmpty)
        #expect(file.people.map(\.name) == ["Ada Byron", "Bo Martin"])
        #expect(file.people.map { $0.email?.description } == ["ada@example.org", nil])
        #expect(file.people.map { $0.telephone?.description } == ["01632 960001", nil])
        #expect(file.unread == ["shoe size"])
    }

    @Test(
        "it is read as spreadsheets save it",
        arguments: [
            "Name,Email,Agency\nAda Byron,ada@example.org,\n",
            "NAME ; E-mail ;AGENCY\r\nAda Byron;ada@example.org;\r\n",
            "\u{FEFF}name\temail\r\nAda Byron\tada@example.org\r\n",
            "Name,Email,,\nAda Byron,ada@example.org,,\n,,,\n , ,,\n",
            "Name,Email address,Agency,,\nAda Byron,ada@example.org\n\n,,\n",
            "\"Full name\";\"Email\"\n\"Ada Byron\";\"ada@example.org\"\n",
            "Name,Email\rAda Byron,ada@example.org\r",
        ])
    func spreadsheets(text: String) throws {
        let file = try read(text)
        #expect(file.faults.isEmpty)
        #expect(file.people.map(\.name) == ["Ada Byron"])
        #expect(file.people.map { $0.email?.description } == ["ada@example.org"])
        #expect(file.unread.isEmpty && !file.isWindows1252)
    }

    @Test("older spreadsheets’ letters are read, and it is said that they were taken for such")
    func encodings() throws {
        let text = "Name,Email\nSiân O’Hara,\n"
        for (encoding, isOld) in [(String.Encoding.windowsCP1252, true), (.utf8, false), (.utf16, false)] {
            let bytes = try #require(text.data(using: encoding))
            let file = try PeopleFile([UInt8](bytes), named: "people.csv", agencies: [], known: [])
            #expect(file.people.map(\.name) == ["Siân O’Hara"], "\(encoding)")
            #expect(file.isWindows1252 == isOld, "\(encoding)")
        }
    }

    @Test("whoever is here already is told, and not entered again")
    func hereAlready() throws {
        let file = try read("Name,Email\nEd,ED@example.org\nAda,ada@example.org\n", known: ["ed@example.org"])
        #expect(file.faults.isEmpty)
        #expect(file.people.map(\.name) == ["Ada"])
        #expect(file.hereAlready.map(\.line) == [2])
    }

    @Test("everything that is wrong is told with its line and column, and not only the first")
    func faults() throws {
        let file = try read(
            "Name,email,agency,Phone\n,ada@example.org,\nBo,not an address,\nCy,ADA@example.org,\nDi,di@example.org,Nobody\n"
                + "Byron, Ada,ed@example.org,,1\nFay,\"fay\"@example.org,\nGil,gil@example.org,,ring me\n")
        #expect(
            file.faults.map(\.description) == [
                "Line 2, column ‘Name’: there is no name",
                "Line 3, column ‘email’: ‘not an address’ is not an email address",
                "Line 4, column ‘email’: ada@example.org is on line 2 too",
                "Line 5, column ‘agency’: no agency here is called ‘Nobody’",
                "Line 6, column 5: ‘1’ stands beyond the last column; put a value with a comma in it into double quotes",
                "Line 6, column ‘email’: ‘Ada’ is not an email address",
                "Line 6, column ‘agency’: no agency here is called ‘ed@example.org’",
                "Line 7: something follows a closing double quote",
                "Line 8, column ‘Phone’: ‘ring me’ is not a telephone number",
            ])
    }

    @Test(
        "what is no such file is refused, and told why",
        arguments: ["", "name\nAda\n", "name,email\n", "Email;Agency\na@example.org;\n", "PK\u{3}\u{4}\0\0"])
    func noSuchFile(text: String) {
        #expect(throws: DataFileError.self) { try read(text) }
    }
}

@Suite("A day as people write it")
struct TypedDayTests {
    @Test(
        "it is read the British way round",
        arguments: [
            "9/2/2016", "09.02.2016", "9th February 2016", "9 February 2016", "9 feb 2016", "2016-02-09", "9-2-2016",
        ])
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
