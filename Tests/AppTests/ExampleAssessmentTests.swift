import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@testable import App

@Suite("Thanet’s first assessment says what the published totals say", .example)
struct ExampleAssessmentTests {
    private static let question = "from=2015-01&to=2015-12&compare=year-before"
    private static let page = "/assessment/thanet?\(question)"

    private func get(_ address: String, _ headers: HTTPFields = [:]) async throws -> TestResponse {
        try await ExampleHouse.house.officer().get(address, headers)
    }

    @Test("the page has the two totals, the change, its interval and that the incidents are generated")
    func page() async throws {
        let page = try await get(Self.page)
        #expect(page.status == .ok)
        for said in ["11,648", "12,172", "−4.3%", "Every incident on this site is generated"] {
            #expect(page.reading.contains(said), "\(said)")
        }
        #expect(page.reading.contains("95%"))
    }

    @Test("the JSON has the same figures, and its series add up to every row")
    func json() async throws {
        let answer = try await get("/assessment/thanet/assessment.json?\(Self.question)")
        #expect(answer.headers[.contentType] == "application/json; charset=utf-8")
        let json = try answer.json()
        #expect(json["district"] as? String == "Thanet")
        #expect(json["from"] as? String == "2015-01")
        #expect(json["to"] as? String == "2015-12")
        #expect(json["generated"] as? Bool == true)
        #expect((json["missing"] as? [String])?.isEmpty == true)
        let crime = try #require(json["allCrime"] as? [String: Any])
        #expect(crime["total"] as? Int == 11_648)
        let change = try #require(crime["change"] as? [String: Any])
        #expect(change["before"] as? Int == 12_172)
        let percent = try #require(change["percent"] as? Double)
        #expect(abs(percent - -4.305) < 0.001)
        let series = try #require(json["series"] as? [[String: Any]])
        let crimes = series.filter { $0["type"] as? String != "Anti-social behaviour" }
        #expect(crimes.compactMap { $0["total"] as? Int }.reduce(0, +) == 11_648)
        for one in series {
            let months = try #require(one["months"] as? [[String: Any]])
            #expect(months.count == 12)
            #expect(months.compactMap { $0["count"] as? Int }.reduce(0, +) == one["total"] as? Int)
        }
    }

    @Test("the CSV of months adds up to the same totals, and the CSV of types names them")
    func csv() async throws {
        let months = try await get("/assessment/thanet/months.csv?\(Self.question)")
        #expect(months.headers[.contentDisposition]?.contains("thanet-months-2015-01-to-2015-12.csv") == true)
        var totals: [String: Int] = [:]
        for line in months.text.split(whereSeparator: \.isNewline).dropFirst() where !line.contains("Anti-social") {
            let cells = line.split(separator: ",")
            totals[String(cells[1]), default: 0] += Int(cells.last ?? "") ?? 0
        }
        #expect(totals == ["2014": 12_172, "2015": 11_648])
        let types = try await get("/assessment/thanet/types.csv?\(Self.question)").text
            .split(whereSeparator: \.isNewline)
        #expect(types.contains { $0.contains("12172") && $0.contains("11648") })
        let places = try await get("/assessment/thanet/places.csv?\(Self.question)").text
        #expect(places.split(whereSeparator: \.isNewline).count == 85)
    }

    @Test(
        "a period that makes no sense gives the form back with what was typed and what is wrong",
        arguments: [
            ("from=2015-13&to=2015-12", "2015-13"), ("from=2015-12&to=2015-01", "2015-12"),
            ("from=&to=2015-01", "2015-01"),
            ("from=1999-01&to=2015-01", "1999-01"), ("from=2015-01&to=2015-06&compare=another&earlier-from=x", "x"),
            ("from=2015-01&to=2015-06&compare=another&earlier-from=2014-01&earlier-to=2014-02", "2014-02"),
            ("from=2003-01&to=2003-12", "2003-12"), ("from=%3Cb%3E&to=2015-01", "&lt;b&gt;"),
        ])
    func refused(question: String, kept: String) async throws {
        let page = try await get("/assessment/thanet?\(question)")
        #expect(page.status == .unprocessableContent)
        #expect(page.text.contains("<title>Error: "))
        #expect(page.reading.contains("There is a problem"))
        #expect(page.text.contains("value=\"\(kept)\""))
        for other in [
            "assessment.json", "months.csv", "types.csv", "places.csv", "charts/all-crime.svg", "assessment.pdf",
        ] {
            let answer = try await get("/assessment/thanet/\(other)?\(question)")
            #expect(answer.status == .unprocessableContent, "\(other)")
        }
    }

    @Test("choosing a district and a period leads to an address that can be sent to a colleague")
    func chosen() async throws {
        let answer = try await get("/assessment?district=thanet&from=2015-01&to=2015-12&compare=year-before")
        #expect(answer.status == .seeOther)
        #expect(answer.location == Self.page)
        #expect(try await get("/assessment").reading.contains("Thanet"))
        #expect(try await get("/assessment?district=nowhere").status == .ok)
    }

    @Test("a file that was fetched before is not sent again")
    func entityTags() async throws {
        let address = "/assessment/thanet/months.csv?\(Self.question)"
        let tag = try #require(try await get(address).headers[.eTag])
        for field in [tag, "\"x\", \(tag)", "*"] {
            let again = try await get(address, [.ifNoneMatch: field])
            #expect(again.status == .notModified)
            #expect(again.body.readableBytes == 0)
            #expect(again.headers[.eTag] == tag)
        }
        #expect(try await get(address, [.ifNoneMatch: "\"x\""]).status == .ok)
        #expect(try await get("/assessment/thanet/months.csv?from=2015-01&to=2015-06").headers[.eTag] != tag)
    }

    @Test("a reader who takes gzip gets the same in a fraction of the bytes")
    func compressed() async throws {
        let address = "/assessment/thanet/months.csv?\(Self.question)"
        let (plain, packed) = (try await get(address), try await get(address, [.acceptEncoding: "gzip, br"]))
        #expect(plain.headers[.contentEncoding] == nil)
        #expect(packed.headers[.contentEncoding] == "gzip")
        #expect(packed.headers[.vary]?.lowercased() == "accept-encoding")
        #expect(packed.headers[.eTag] == plain.headers[.eTag])
        #expect(packed.body.readableBytes * 3 < plain.body.readableBytes)
        #expect(packed.bytes.starts(with: [0x1F, 0x8B]))
        #expect(try await get(address, [.acceptEncoding: "gzip;q=0"]).bytes == plain.bytes)
    }

    @Test("without the worker the page says what is missing and shows its tables, and the PDF says why")
    func withoutWorker() async throws {
        let page = try await get(Self.page)
        #expect(!page.text.contains("/charts/"))
        #expect(page.text.contains("<table"))
        #expect(page.reading.contains("Papers and charts can’t be made"))
        for address in ["assessment.pdf", "charts/all-crime.svg"] {
            let answer = try await get("/assessment/thanet/\(address)?\(Self.question)")
            #expect(answer.status == .serviceUnavailable, "\(address)")
        }
    }

    @Test("the first pages show the partnership as it is, and home its figures")
    func firstPages() async throws {
        #expect(try await ExampleHouse.house.visitor.get("/").reading.contains("Thanet"))
        let home = try await get("/home").reading
        #expect(home.contains("11,648"))
        #expect(home.contains("What is due"))
    }
}

@Suite("The example carries a finished strategic assessment", .example)
struct ExampleStrategicAssessmentTests {
    @Test("it is published; its headline is −4.3% with the later reading beside it; and it says that it is made up")
    func published() async throws {
        let house = try ExampleHouse.house
        let example = try ExampleFolder("thanet-2016", in: House.root + "/Examples")
        try await example.assessment.enter(into: house.program.first)
        let page = try await house.visitor.get("/publications/strategic-assessment-2015-16")
        #expect(page.status == .ok)
        for said in [
            "11,648 in 2015, down 4.3% (95% interval −10.1% to 1.9%)", "A later minute read 4.9%",
            "Every incident behind this document is generated.", "supplementary agenda for 9 February 2016",
        ] {
            #expect(page.reading.contains(said), "\(said)")
        }
        #expect(!page.reading.contains("[no figure"))
        #expect(page.reading.contains("28.8 crimes for each 1,000 people in 2015"), "it is written of beside others")
        let checklist = try await house.officer().get("/strategic-assessments/2015-16/checklist").reading
        #expect(
            !checklist.contains("number is typed") && !checklist.contains("numbers are typed"),
            "every typed number names its source: \(checklist)")
        // Beside the districts of its force, by what was published of them.
        #expect(page.reading.contains("Districts of Kent Police, version 1"))
        #expect(page.reading.contains("Higher, worse 1 of 13"))
        let sources = try await house.visitor.get(
            "/publications/strategic-assessment-2015-16/versions/1/sources.csv")
        #expect(sources.text.contains("district-years.csv"))
    }
}
