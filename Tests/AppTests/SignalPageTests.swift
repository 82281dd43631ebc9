import HTTPTypes
import HummingbirdTesting
import Testing

@testable import App

@Suite("The page of unusual months")
struct SignalPageTests {
    /// Five years of one district, with a month that stands out.
    static func fiveYears(_ house: House) async throws {
        var files: [StreetFile] = []
        for month in 0..<60 {
            let name = "\(2011 + month / 12)-\(month % 12 < 9 ? "0" : "")\(month % 12 + 1)"
            let count = 14 + [2, -3, 1, 4, -2, 0, -1][month % 7]
            files.append(StreetFile(name, burglaries: month == 54 ? 44 : count, incidents: 2))
        }
        try await house.take(files)
    }

    private let at = "/signals/district/testham"

    @Test("what stands out is said with what was expected, how many chance would mark, and what could not be judged")
    func told() async throws {
        try await House.open { house in
            try await Self.fiveYears(house)
            let officer = try await house.officer()
            let page = try await officer.get(at)
            #expect(page.status == .ok)
            let reading = page.reading
            #expect(
                reading.contains("Burglary in July 2015 was unusually high: 44 crimes, where about 14"), "\(reading)")
            #expect(reading.contains("Were nothing changed, chance alone would still mark"))
            #expect(reading.contains("In November 2014 the inspectorate found"), "all crime is broken by a change")
            #expect(reading.contains("What this is, and what it is not"))
            #expect(!reading.contains(" nan") && !reading.contains("NaN"))
            let table = try await officer.get(at + "/months.csv").text
            #expect(table.contains("Testham,Burglary,2015-07,44,"))
            #expect(table.contains(",high,"))
            let earlier = try await officer.get(at + "?to=2013-06").reading
            #expect(earlier.contains("30 months are here that are counted in one way, and it takes 39"))
        }
    }

    @Test("it is a figure too, which stands in a text with its sentence, and leads back")
    func figure() async throws {
        try await House.open { house in
            try await Self.fiveYears(house)
            let officer = try await house.officer()
            let one = try await officer.get(
                "/figures?at=signal%20street-crime%2Fburglary%20district%3Atestham%202015-07..2015-07")
            #expect(one.status == .ok)
            #expect(one.reading.contains("Burglary in Testham in July 2015 was unusually high: 44 crimes"))
            #expect(one.text.contains("/signals/district/testham?to=2015-07"))
            let many = try await officer.get("/figures?at=signal%20street-crime%2Fburglary%20district%3Atestham%202015")
            #expect(
                many.reading.contains("1 of 12 months that could be judged was out of the ordinary"), "\(many.reading)")
            let refused = try await officer.get(
                "/figures?at=signal%20street-crime%2Fburglary%20district%3Atestham%202012")
            #expect(refused.status == .unprocessableContent)
            #expect(refused.reading.contains("it takes 39"))
            let long = try await officer.get(
                "/figures?at=signal%20street-crime%2Fburglary%20district%3Atestham%202011-01..2015-12")
            #expect(long.reading.contains("two years at most"))
        }
    }

    @Test("what is no month is refused beside its field; a place that is none, or too small, is not found")
    func refused() async throws {
        try await House.open { house in
            try await StrategicAssessmentTests.twoYears(house)
            let officer = try await house.officer()
            for typed in ["2015-13", "x", "9999-01", "%00"] {
                let page = try await officer.get(at + "?to=" + typed)
                #expect(page.status == .unprocessableContent, "\(typed)")
                #expect(page.reading.contains("Enter the last month, like 2015-12"))
            }
            #expect(try await officer.get(at + "?to=2019-06").reading.contains("Nothing is known of these months"))
            #expect(
                try await officer.get(at).reading.contains("No month of any type of crime in Testham can be judged yet")
            )
            for place in ["district/nowhere", "lsoa-2011/E01000001", "x/y", "country/K04000001"] {
                #expect(try await officer.get("/signals/" + place).status == .notFound, "\(place)")
            }
            #expect(try await officer.get(at + "/charts/nothing.svg").status == .notFound)
        }
    }
}
