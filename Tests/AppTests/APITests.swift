import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Testing

@testable import App

@Suite("Programs read what is published, and members’ programs all series, as the pages tell them")
struct APITests {
    private static let burglary = "/api/series/street-crime/burglary/district:testham"

    private func twoYears(_ body: @Sendable (House, Browser) async throws -> Void) async throws {
        try await House.open { house in
            try await StrategicAssessmentTests.twoYears(house)
            try await body(house, try await house.officer())
        }
    }

    @Test("what is published is everybody’s, with its files, hashes, and times as ISO 8601 has them")
    func published() async throws {
        try await House.open { house in
            try await house.publish("First")
            let read = try await house.visitor.get("/api/publications")
            #expect(read.headers[.contentType] == "application/json; charset=utf-8")
            let listing = try read.json()
            #expect(listing["total"] as? Int == 1 && listing["next"] is NSNull)
            let document = try #require((listing["publications"] as? [[String: Any]])?.first)
            let version = try #require((document["versions"] as? [[String: Any]])?.first)
            #expect(version["publishedAt"] as? String == "2016-02-09T12:00:00Z")
            let file = try #require(
                (version["files"] as? [[String: Any]])?.first { $0["name"] as? String == "figures.csv" })
            let bytes = try await house.visitor.get(file["url"] as? String ?? "").bytes
            #expect(bytes.count == file["size"] as? Int)
            let again = try await house.visitor.get("/api/publications", [.ifNoneMatch: read.headers[.eTag] ?? ""])
            #expect(again.status == .notModified)
            let page = try await house.visitor.get("/api")
            #expect(page.reading.contains("Everything that is published here can be read by programs"))
        }
    }

    @Test(
        "the list of series has each with its measure, place, months, unit, source, licence and release, page by page")
    func list() async throws {
        try await twoYears { house, officer in
            let all = try await officer.get("/api/series?measure=street-crime/burglary").json()
            let lines = try #require(all["series"] as? [[String: Any]])
            let own = try #require(lines.first { $0["address"] as? String == "street-crime/burglary district:testham" })
            #expect(own["url"] as? String == Self.burglary)
            #expect(own["unit"] as? String == "crimes")
            #expect((own["period"] as? [String: Any])?["from"] as? String == "2013-01")
            #expect((own["period"] as? [String: Any])?["to"] as? String == "2014-02")
            #expect(own["source"] as? String == "data.police.uk, Street-level crime")
            #expect(own["licence"] as? String == "Open Government Licence v3.0")
            let release = try #require(own["release"] as? [String: Any])
            #expect((release["sha256"] as? String)?.count == 64)
            #expect(release["receivedAt"] as? String == "2016-02-09T12:00:00Z")
            let force = try await officer.get("/api/series?place=force:testshire-police").json()
            #expect((force["total"] as? Int ?? 0) > 10)
            let beyond = try await officer.get("/api/series?page=1000").json()
            #expect((beyond["series"] as? [Any])?.isEmpty == true && beyond["next"] is NSNull)
        }
    }

    @Test(
        "a series has nil and the reason where something is missing, what to be careful of, and every file with its hash"
    )
    func values() async throws {
        try await twoYears { house, officer in
            let read = try await officer.get(Self.burglary)
            let series = try read.json()
            #expect(series["by"] as? String == "month" && series["unit"] as? String == "crimes")
            let values = try #require(series["values"] as? [[String: Any]])
            #expect(values.count == 14)
            #expect(values[0]["value"] as? Int == 60 && values[0]["reason"] is NSNull)
            #expect(values[2]["value"] is NSNull)
            #expect(values[2]["reason"] as? String == "Missing: no file that is here tells it.")
            let releases = try #require(series["releases"] as? [[String: Any]])
            #expect(releases.count == 4 && releases.allSatisfy { ($0["sha256"] as? String)?.count == 64 })
            let again = try await officer.get(Self.burglary, [.ifNoneMatch: read.headers[.eTag] ?? ""])
            #expect(again.status == .notModified)

            let table = try await officer.get(Self.burglary + "/values.csv?from=2014-01&to=2014-03").text
            #expect(table.hasPrefix("measure,place,from,to,value,unit,reason\r\n"))
            #expect(table.contains("street-crime/burglary,district:testham,2014-02,2014-02,125,crimes,\r\n"))
            #expect(table.contains("2014-03,2014-03,,crimes,Missing: no file that is here tells it.\r\n"))
            let quarter = try await officer.get(Self.burglary + "?from=2014-01&to=2014-03&by=quarter").json()
            let told = try #require((quarter["values"] as? [[String: Any]])?.first)
            #expect(told["value"] is NSNull)
            #expect((told["reason"] as? String)?.hasPrefix("Known in part: ") == true)
        }
    }

    @Test("a type that was not recorded by itself then is nil and not nought")
    func types() async throws {
        try await twoYears { _, officer in
            let address = "/api/series/street-crime/bicycle-theft/district:testham?from=2013-01&to=2014-01"
            let series = try await officer.get(address).json()
            let values = try #require(series["values"] as? [[String: Any]])
            let breaks = try #require(series["breaks"] as? [[String: Any]])
            #expect(breaks.contains { $0["from"] as? String == "2013-05" && !($0["source"] as? String ?? "").isEmpty })
            #expect(values[0]["reason"] as? String == "The police did not record it as a type of its own then.")
            #expect(values[12]["value"] as? Int == 0)
        }
    }

    @Test("a measure or a place that nothing here has is a problem that names it, and no empty list")
    func unknown() async throws {
        try await twoYears { _, officer in
            for (list, told) in [
                ("?measure=street-crime/dragons", "‘measure’: there is no ‘street-crime/dragons’ here."),
                ("?place=district:nowhere", "‘place’: there is no ‘district:nowhere’ here."),
            ] {
                let answer = try await officer.get("/api/series" + list)
                #expect(answer.status == .notFound)
                #expect(answer.headers[.contentType] == "application/problem+json")
                #expect((try answer.json()["detail"] as? String)?.contains(told) == true)
            }
        }
    }

    @Test("what goes wrong is a problem as RFC 9457 has them, with what to do")
    func problems() async throws {
        try await twoYears { house, officer in
            func problem(_ response: TestResponse, _ status: HTTPResponse.Status) throws -> String {
                #expect(response.status == status)
                #expect(response.headers[.contentType] == "application/problem+json")
                let told = try response.json()
                #expect(told["status"] as? Int == status.code)
                #expect(told["type"] as? String == "about:blank" && !(told["title"] as? String ?? "").isEmpty)
                return told["detail"] as? String ?? ""
            }
            for address in ["/api/series", Self.burglary, Self.burglary + "/values.csv"] {
                #expect(try problem(try await house.visitor.get(address), .unauthorized).contains("signed"))
            }
            for address in [
                "/api/nothing", "/api/series/street-crime/dragons/district:testham",
                "/api/series/street-crime/burglary/district:nowhere", "/api/series/street-crime/burglary/nonsense",
            ] {
                _ = try problem(try await officer.get(address), .notFound)
            }
            for (question, told) in [
                ("?by=week", "‘by’ is month, quarter or year."),
                ("?from=2014-13", "Enter ‘from’ as a month, like 2015-01."),
                ("?to=2999-12", "2999-12 is not a month that there are data of. Enter one from January 1998 to "),
                ("?from=2014-02&to=2014-01", "‘to’ is before ‘from’"), ("?by=year", "makes no whole number of years"),
            ] {
                let detail = try problem(try await officer.get(Self.burglary + question), .unprocessableContent)
                #expect(detail.contains(told), "\(question): \(detail)")
            }
            for list in ["?page=0", "?place=here", "?measure=x"] {
                _ = try problem(try await officer.get("/api/series" + list), .unprocessableContent)
            }
            _ = try problem(try await house.visitor.get("/api/publications?page=x"), .unprocessableContent)
            let figure = "/figures.json?at=count%20street-crime/burglary%20district:testham%202012-01"
            _ = try problem(try await officer.get(figure), .unprocessableContent)
            let administrator = try await house.somebody(try await WhoIsWhoHouse(house).somebody(as: .administrator))
            _ = try problem(try await administrator.get("/api/series"), .forbidden)
        }
    }
}
