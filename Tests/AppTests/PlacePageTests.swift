import HTTPTypes
import HummingbirdTesting
import Testing

@testable import App

@Suite("Places: the wards and small areas of the own district", .example)
struct PlacePageTests {
    @Test("the page of places says how few hold half, and leads to each")
    func overview() async throws {
        let officer = try await ExampleHouse.house.officer()
        let page = try await officer.get("/places")
        #expect(page.status == .ok)
        #expect(page.reading.contains("Half of recorded crime in 2015 lay in"), "\(page.reading)")
        #expect(page.reading.contains("likely to be lower next year by chance alone"))
        let link = try #require(page.text.firstMatch(of: /\/places\/lsoa-2011\/E0\d+/))
        let place = try await officer.get(String(link.output))
        #expect(place.status == .ok)
        let reading = place.reading
        #expect(reading.contains("regression to the mean"))
        #expect(reading.contains("A map point is anonymous and stands for several streets"))
        #expect(reading.contains("Recorded crime by type"))
        #expect(reading.contains("Year by year"))
    }

    @Test("where eleven months are here those are offered, headed by their names, and rates say whom they are of")
    func elevenMonths() async throws {
        try await House.open { house in
            try await house.take((1...11).map { StreetFile("2014-\($0 < 10 ? "0" : "")\($0)", burglaries: 2) })
            let page = try await house.officer().get("/places")
            #expect(page.reading.contains("these 11 are looked at"), "\(page.reading)")
            #expect(page.reading.contains("Small areas by recorded crime, January to November 2014"))
            #expect(page.text.contains("value=\"2014-01\"") && page.text.contains("value=\"2014-11\""))
            #expect(!page.reading.contains("not known"))
            #expect(page.reading.contains("Rates are of those who live there"))
        }
    }

    @Test("what is no place, or no ward and no small area, is not found")
    func nowhere() async throws {
        let officer = try await ExampleHouse.house.officer()
        for address in ["/places/ward/E05999999", "/places/district/thanet", "/places/x/y", "/places/lsoa-2011/%00"] {
            #expect(try await officer.get(address).status == .notFound, "\(address)")
        }
    }
}
