import Foundation
import HTTPTypes
import HummingbirdTesting
import Press
import Testing

@testable import App

/// The Python that prints, where it was set up.
enum Worker {
    static let python = Press.findPython(
        explicit: ProcessInfo.processInfo.environment["FRANKPLEDGE_PRESS"], executable: nil,
        currentDirectory: House.root)
    static let isThere = python.map(FileManager.default.isExecutableFile(atPath:)) ?? false
}

@Suite(
    "With the worker, an assessment and the structure can be taken away on paper",
    .enabled(if: Worker.isThere, "There is no .press: run ‘make setup’ to test printing."))
struct PrintedTests {
    @Test("somebody waiting at a browser sees that it is being made, and then has it; so have the charts")
    func printed() async throws {
        try await House.open(python: Worker.python) { house in
            for month in ["2014-01", "2014-02"] { try await house.take([StreetFile(month, burglaries: 12)]) }
            let officer = try await house.officer()
            let question = "?from=2014-01&to=2014-02&compare=none"
            let paper = "/assessment/testham/assessment.pdf"
            let waiting = try await officer.get(paper + question, [.accept: "text/html"])
            #expect(waiting.status == .accepted)
            #expect(waiting.text.contains(paper + "/progress"))

            let pdf = try await officer.get(paper + question)
            #expect(pdf.status == .ok)
            #expect(pdf.headers[.contentType] == "application/pdf")
            #expect(pdf.bytes.starts(with: Array("%PDF-".utf8)))
            #expect(pdf.headers[.contentDisposition]?.contains("testham-2014-01-to-2014-02.pdf") == true)
            #expect(pdf.headers[.cacheControl] == "no-store")
            #expect(try await officer.get(paper + "/progress" + question).json()["isFinished"] as? Bool == true)
            #expect(try await officer.get(paper + question, [.accept: "text/html"]).bytes == pdf.bytes)

            let page = try await officer.get("/assessment/testham" + question).text
            let pictures = page.matches(of: /src="(\/assessment\/[^"]*\.svg[^"]*)"/)
            #expect(pictures.count > 2)
            let address = try #require(pictures.first).output.1.replacing("&amp;", with: "&")
            let picture = try await officer.get(String(address))
            #expect(picture.status == .ok)
            #expect(picture.headers[.contentType] == "image/svg+xml")
            #expect(picture.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
            #expect(try await officer.get("/assessment/testham/charts/nothing.svg" + question).status == .notFound)
        }
    }

    @Test("the structure is taken away on paper, with who sits where and what is missing")
    func structure() async throws {
        try await House.open(python: Worker.python) { house in
            _ = try await WhoIsWhoHouse(house)
            let officer = try await house.officer()
            #expect(try await officer.get("/partnership").text.contains("/partnership/structure.pdf"))
            let pdf = try await officer.get("/partnership/structure.pdf")
            #expect(pdf.headers[.contentType] == "application/pdf")
            #expect(pdf.headers[.contentDisposition]?.contains("structure-2016-02-09.pdf") == true)
            let text = String(decoding: try await PaperText.read(pdf.bytes), as: UTF8.self)
            for words in [
                "Testham Community Safety Partnership", "On 9 February 2016", "Executive Group", "District Commander",
                "Bo Commander", "Testham Police", "No body is marked as the strategy group",
            ] {
                #expect(text.contains(words), "\(words)")
            }
            #expect(try await officer.get("/partnership/structure.pdf").bytes == pdf.bytes)
        }
    }
}
