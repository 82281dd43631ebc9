import DataRegister
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import App

@Suite("A file that cannot be used is told why, and changes nothing")
struct RefusedImportTests {
    /// Gives a file to a house that has a month, and gives the page that tells what became of it.
    private func refusal(of file: Browser.File, as kind: String = "police") async throws -> String {
        try await House.open { house in
            try await house.take([StreetFile("2014-01", burglaries: 12)])
            let officer = try await house.officer()
            let figures = "/assessment/testham/assessment.json?from=2014-01&to=2014-01&compare=none"
            let before = try await officer.get(figures).bytes
            let place = try await officer.give([file], as: kind).location
            await house.program.first.desk.untilQuiet()
            let page = try await officer.get(place)
            #expect(page.reading.contains("Nothing was changed"))
            #expect(page.text.contains("<title>Error: "))
            #expect(try await house.releases().count == 1)
            #expect(try await officer.get(figures).bytes == before)
            return page.reading
        }
    }

    @Test("a header that lacks a column is named by file, line and column, with what to do")
    func header() async throws {
        let text = StreetFile("2014-02", burglaries: 2).text.replacing("LSOA code", with: "LSOA")
        let page = try await refusal(of: Browser.File("kent.csv", text))
        #expect(page.contains("kent.csv, line 1, column ‘LSOA code’: the header lacks the column ‘LSOA code’"))
        #expect(page.contains("Give a street-level file as data.police.uk publishes it"))
    }

    @Test("rows that mostly cannot be used are told by line, column and reason")
    func rows() async throws {
        let text = StreetFile("2014-02", burglaries: 5).text.replacing("2014-02,", with: "2014-13,")
        let page = try await refusal(of: Browser.File("kent.csv", text))
        #expect(page.contains("Line 2, ‘Month’: the month is ‘2014-13’; it must look like 2014-01"))
    }

    @Test(
        "what is no street-level file is told for what it is",
        arguments: [
            ("report.pdf", "%PDF-1.7\n", "this is a PDF"),
            ("page.html", "<!doctype html><p>no</p>", "this is a web page"),
            ("empty.csv", "", "empty"), ("months.zip", "PK\u{3}\u{4}nothing more", "months.zip"),
            ("kent.csv.gz", "\u{1F}\u{8B}", "kent.csv.gz"),
        ])
    func otherThings(name: String, content: String, told: String) async throws {
        let bytes = content == "\u{1F}\u{8B}" ? [0x1F, 0x8B, 8, 0, 0] : Array(content.utf8)
        let page = try await refusal(of: Browser.File(name, bytes))
        #expect(page.contains(told), "\(page)")
        #expect(page.contains(name))
    }

    @Test("a good file given as another kind is refused", arguments: ["population", "boundaries", "lookups"])
    func wrongKind(kind: String) async throws {
        let page = try await refusal(of: StreetFile("2014-02", burglaries: 2).file, as: kind)
        #expect(page.contains("2014-02-testshire-street.csv"))
    }

    @Test("a file’s name and words are shown as text, never as markup")
    func markup() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let file = Browser.File("<img src=x onerror=alert(1)>.csv", "<b>bold</b>\n1\n")
            let place = try await officer.give([file]).location
            await house.program.first.desk.untilQuiet()
            for address in [place, "/data"] {
                #expect(try await !officer.get(address).text.contains("<img src=x"))
            }
            #expect(try await officer.get(place).text.contains("&lt;img src=x"))
        }
    }

    @Test("no file chosen: the form comes back, says so beside the field, and keeps what was chosen")
    func noFile() async throws {
        try await House.open { house in
            for files in [[], [Browser.File("", "")]] {
                let page = try await house.officer().give(files, as: "lookups")
                #expect(page.status == .unprocessableContent)
                #expect(page.text.contains("<title>Error: Import data"))
                #expect(page.text.contains("<a href=\"#file\">Choose a file to import.</a>"))
                #expect(page.text.contains("<option value=\"lookups\" selected>"))
                #expect(page.text.contains("id=\"file-problem\""))
            }
            #expect(try await house.imports().isEmpty)
        }
    }

    @Test("a kind that there is not is refused like no choice at all")
    func unknownKind() async throws {
        try await House.open { house in
            let page = try await house.officer().give([StreetFile("2014-01").file], as: "<weather>")
            #expect(page.status == .unprocessableContent)
            #expect(!page.text.contains("<weather>"))
            #expect(try await house.imports().isEmpty)
        }
    }

    @Test("a file over the operator’s limit is too large, says the limit, and is not kept")
    func tooLarge() async throws {
        try await House.open(["uploadLimit": "1"]) { house in
            let before = try everyByte(in: house.folder + "/files").map(\.file)
            let large = Browser.File("large.csv", [UInt8](repeating: 65, count: 1_000_001))
            let page = try await house.officer().give([large])
            #expect(page.status == .contentTooLarge)
            #expect(page.reading.contains(/The most it takes is 1(\.0)? MB\./))
            #expect(try everyByte(in: house.folder + "/files").map(\.file) == before)
            #expect(try await house.imports().isEmpty)
        }
    }

    @Test("a form that broke off on its way is told so, and nothing of it is kept")
    func brokenOff() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let token = try #require(try await officer.token())
            let body =
                "--b\r\nContent-Disposition: form-data; name=\"form-token\"\r\n\r\n\(token)\r\n--b\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nCrime ID,Month"
            let page = try await officer.ask(
                .post, "/data/import", [.contentType: "multipart/form-data; boundary=b"], body: Array(body.utf8))
            #expect(page.status == .badRequest)
            #expect(page.reading.contains("It broke off before its end. Nothing was saved."))
            #expect(try everyByte(in: house.folder + "/files").isEmpty)
        }
    }
}
