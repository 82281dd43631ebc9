import DataRegister
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import App

@Suite("What a partner’s file leaves open is asked, or said beside its numbers")
struct MappedQuestionsTests {
    private let data = MappedDataTests()

    @Test("a file of other districts is taken in only when somebody says that this is meant")
    func elsewhere() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            try await officer.change("/partnership/details", ["district": "Otherham"])
            let address = try await data.lookedAt(house, data.csv("E01000001,2014-01,3"))
            #expect(
                try await officer.get(address + "/check").reading.contains(
                    "1 of its 1 row lies in other districts, and not in Otherham: 1 in Testham. Is that meant?"))
            let unsaid = try await officer.send(["from": "2014-01", "to": "2014-01"], to: address + "/check")
            #expect(unsaid.status == .unprocessableContent)
            #expect(unsaid.reading.contains("Say whether the rows of other districts are meant"))
            let said = try await officer.send(
                ["from": "2014-01", "to": "2014-01", "elsewhere": "yes"], to: address + "/check")
            #expect(said.location == address)
        }
    }

    @Test("a row whose day cannot be read leaves no exact number: at least so many, on the page and for programs")
    func undated() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let address = try await data.lookedAt(
                house, data.csv("E01000001,2013-01,300", "E01000001,2014-01,711", "E01000001,,1", "E01000001,2014-13,1")
            )
            try await officer.send(["from": "2013-01", "to": "2014-01", "without": "yes"], to: address + "/check")
            await house.program.first.desk.untilQuiet()
            let count = "count%20ambulance-callouts/assault%20district:testham%202014-01..2014-01"
            let told = try await officer.get("/figures?at=\(count)").reading
            #expect(told.contains("There were at least 711 in January 2014, and how many is not known"), "\(told)")
            #expect(told.contains("2 rows of its files have no day or month that can be read"), "\(told)")
            let change = "change%20ambulance-callouts/assault%20district:testham%202014-01..2014-01"
            #expect(try await !officer.get("/figures?at=\(change)").reading.contains("rose by"))
            let values = try await officer.get("/api/series/ambulance-callouts/assault/district:testham").text
            #expect(values.contains("At least 711: 2 rows of its files have no day or month"), "\(values)")
        }
    }
}
