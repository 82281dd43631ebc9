import DataFiles
import DataRegister
import Foundation
import HTTPTypes
import HummingbirdTesting
import Storage
import Testing
import Wording

@testable import App

@Suite("What is missing is told to be missing, never counted as nothing")
struct DataGapTests {
    @Test("a month nobody imported is ‘no data’ on the page and null for programs")
    func missingMonth() async throws {
        try await House.open { house in
            for month in ["2014-01", "2014-03"] { try await house.take([StreetFile(month, burglaries: 12)]) }
            let officer = try await house.officer()
            let question = "from=2014-01&to=2014-03&compare=none"
            let page = try await officer.get("/assessment/testham?\(question)").reading
            #expect(page.contains("no data"))
            #expect(page.contains("February"))
            let json = try await officer.get("/assessment/testham/assessment.json?\(question)").json()
            #expect(json["missing"] as? [String] == ["2014-02"])
            let crime = try #require(json["allCrime"] as? [String: Any])
            #expect(crime["total"] as? Int == 24)
            let months = try #require(crime["months"] as? [[String: Any]])
            #expect(months.map { $0["count"] as? Int } == [12, nil, 12])
            #expect(months.allSatisfy { $0.keys.contains("count") }, "null, not left out")
            let csv = try await officer.get("/assessment/testham/months.csv?\(question)").text
            #expect(
                csv.split(whereSeparator: \.isNewline).contains {
                    $0.hasSuffix("Burglary,2014-02,,no data of this month are here")
                })
            let register = try await officer.get("/data").reading
            #expect(register.contains("Months are missing"))
            #expect(register.contains("February 2014"))
        }
    }

    @Test("any district in the data can be assessed, and one that is not there is not found")
    func otherDistrict() async throws {
        try await House.open { house in
            var file = StreetFile("2014-01", burglaries: 11)
            for number in 0..<13 { file.add("Drugs", id: "d\(number)", code: "E01000002", area: "St Else-where 002B") }
            try await house.take([file])
            let officer = try await house.officer()
            let question = "?from=2014-01&to=2014-01&compare=none"
            let other = try await officer.get("/assessment/st-else-where/assessment.json" + question).json()
            #expect(other["district"] as? String == "St Else-where")
            #expect((other["allCrime"] as? [String: Any])?["total"] as? Int == 13)
            #expect(try await officer.get("/assessment/st-else-where" + question).status == .ok)
            for district in ["nowhere", "Testham", "testham%20", "testham/../nowhere", "%3Cscript%3E"] {
                #expect(try await officer.get("/assessment/\(district)\(question)").status == .notFound, "\(district)")
            }
        }
    }

    @Test("a period of which nothing is known is refused with the months that are known")
    func nothingKnown() async throws {
        try await House.open { house in
            try await house.take([StreetFile("2014-01", burglaries: 12)])
            let page = try await house.officer().get("/assessment/testham?from=2013-01&to=2013-02&compare=none")
            #expect(page.status == .unprocessableContent)
            #expect(page.reading.contains("Nothing is known of Testham in January to February 2013"))
        }
    }

    @Test("a year of which nothing is here is no row of noughts, on page and for programs")
    func missingYear() async throws {
        try await House.open { house in
            for month in ["2015-11", "2015-12"] { try await house.take([StreetFile(month, burglaries: 12)]) }
            let officer = try await house.officer()
            let page = try await officer.get("/assessment/testham?from=2015-11&to=2015-12").reading
            #expect(page.contains("Nothing is known of November to December 2014"))
            #expect(!page.contains("by more than chance"))
            #expect(!page.contains("After 0"))
            let json = try await officer.get("/assessment/testham/assessment.json?from=2015-11&to=2015-12").json()
            #expect(json["compared"] == nil)
            #expect(json["missing"] as? [String] == ["2014-11", "2014-12"])
            #expect(try await !officer.get("/home").reading.contains("by more than chance"))
        }
    }

    @Test("who imports another force’s files is told that the own district is in none of them")
    func ownDistrictMissing() async throws {
        try await House.open { house in
            var file = StreetFile("2014-01")
            file.add("Drugs", id: "d1", code: "E01000002", area: "Elsewhere 002B")
            try await house.take([file])
            let officer = try await house.officer()
            let home = try await officer.get("/home").reading
            #expect(home.contains("Import the crime of Testham"))
            #expect(home.contains("Your own district is not in the data; Elsewhere is."))
            #expect(try await officer.get("/assessment").reading.contains("Testham is not in the data"))
        }
    }

    @Test("months that have been published since are owed, and the next that has not is awaited")
    func published() async throws {
        try await House.open { house in
            let now = Day(house.clock.now)
            let published = Month(year: now.year, number: now.month).advanced(by: -3)
            let officer = try await house.officer()
            try await house.take([StreetFile("\(published.advanced(by: -2))", burglaries: 1)])
            let owed = try await officer.get("/home").reading
            let both = [published.advanced(by: -1), published].inWords
            #expect(owed.contains("Import \(both)"), "\(owed)")
            for month in [published.advanced(by: -1), published] {
                try await house.take([StreetFile("\(month)", burglaries: 1)])
            }
            let awaited = try await officer.get("/home").reading
            #expect(awaited.contains("Import \(published.advanced(by: 1).inWords) once it is published"))
        }
    }

    @Test("an empty house says what to do first, on every page")
    func empty() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            for address in ["/", "/home", "/data", "/data/import", "/assessment"] {
                #expect(try await officer.get(address).status == .ok, "\(address)")
            }
            #expect(try await officer.get("/data").reading.contains("No data yet"))
            #expect(try await officer.get("/assessment/testham").status == .notFound)
        }
    }
}
