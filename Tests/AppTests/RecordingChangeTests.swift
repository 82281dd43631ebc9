import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Testing

@testable import App

@Suite("An officer enters what changed in how something is recorded, and whoever sets figures side by side reads it")
struct RecordingChangePageTests {
    static let answers: KeyValuePairs = [
        "measure": "street-crime/burglary", "place": "district:testham", "month": "2014-02",
        "sentence": "In February 2014 sheds began to be counted as homes", "source": "Letter of the force, 3/3/2014",
    ]

    /// Enters a change.
    ///
    /// - Returns: the address at which it is withdrawn.
    static func enter(_ house: House) async throws -> String {
        let officer = try await house.officer()
        #expect(try await officer.send(answers, to: "/data/changes").location == "/data/changes")
        let page = try await officer.get("/data/changes").text
        let found = try #require(page.firstMatch(of: /\/data\/changes\/[0-9a-f-]+\/withdraw/))
        return String(found.output)
    }

    @Test("it is listed with who, where and the source, said beside figures, and withdrawn with a reason")
    func whole() async throws {
        try await House.open { house in
            for month in ["2014-01", "2014-02"] { try await house.take([StreetFile(month, burglaries: 9)]) }
            let officer = try await house.officer()
            let withdraw = try await Self.enter(house)
            let list = try await officer.get("/data/changes").reading
            #expect(list.contains("In February 2014 sheds began to be counted as homes."))
            #expect(list.contains("Letter of the force, 3/3/2014") && list.contains("Testham"))
            #expect(list.contains("In May 2013 the eleven types of crime became fourteen"))
            let said = "sheds began to be counted as homes"
            let series = "/figures?at=count%20street-crime/burglary%20district:testham%202014-01..2014-02"
            #expect(try await officer.get(series).reading.contains(said))

            let page = try await officer.get(withdraw)
            #expect(page.reading.contains("What was published with it stays"))
            let refused = try await officer.send(["why": ""], to: withdraw)
            #expect(refused.status == .unprocessableContent)
            #expect(try await officer.send(["why": "It was October."], to: withdraw).location == "/data/changes")
            #expect(try await officer.get(withdraw).status == .notFound)
            #expect(try await officer.get("/data/changes").reading.contains("It was October."))
            #expect(try await !officer.get(series).reading.contains(said))
            let deeds = try await officer.get("/activity").reading
            #expect(deeds.contains("entered a change of recording") && deeds.contains("withdrew a change of recording"))
        }
    }

    @Test("what is missing is told field by field, and nothing typed is lost")
    func refused() async throws {
        try await House.open { house in
            try await house.take([StreetFile("2014-01", burglaries: 9)])
            let officer = try await house.officer()
            let refused = try await officer.send(
                [
                    "measure": "street-crime/nothing", "place": "district:atlantis", "month": "0000-01",
                    "source": "Kept",
                ],
                to: "/data/changes")
            #expect(refused.status == .unprocessableContent)
            for said in ["Choose what is recorded otherwise", "Choose a place from the list", "Say what changed"] {
                #expect(refused.reading.contains(said), "\(said)")
            }
            #expect(refused.text.contains("value=\"Kept\""))
            let reader = try await house.somebody(try await WhoIsWhoHouse(house).somebody(as: .member))
            #expect(try await reader.get("/data/changes").status == .ok)
            #expect(try await reader.get("/data/changes/new").status == .forbidden)
        }
    }
}
