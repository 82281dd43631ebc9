import DataFiles
import Partnership
import Testing

@testable import App

@Suite("An example’s folder tells its partnership")
struct ExampleFolderTests {
    @Test("its agencies, aims and dates are read as the first pages tell them")
    func partnership() throws {
        let profile = try ExampleFolder("thanet-2016", in: House.root + "/Examples").profile
        #expect(profile.name == "Thanet Community Safety Partnership")
        #expect(profile.district == "Thanet")
        #expect(profile.planYear == "2016/17")
        #expect(profile.example == "thanet-2016")
        #expect(profile.exampleDay == "2016-02-09")
        #expect(profile.agencies.count(where: \.isResponsibleAuthority) == 6)
        #expect(profile.agencies.count == 7)
        #expect(profile.focusAreas.map(\.aims.count) == [3, 3, 4])
        let days = profile.keyDates.compactMap(\.when)
        #expect(days == days.sorted())
        #expect(days.contains("2016-02-01") && days.contains("2016-02-09"))
    }

    @Test("a partnership that is not JSON, or lacks something, is refused and told what")
    func spoilt() {
        let spoilt = #expect(throws: DataFileError.self) { try PartnershipFile(json: Array("{".utf8)) }
        #expect(spoilt?.file == "partnership.json")
        let lacking = #expect(throws: DataFileError.self) {
            try PartnershipFile(json: Array("{\"name\":\"T\"}".utf8))
        }
        #expect(lacking?.problem.contains("‘area’ is missing") == true)
    }

    @Test("its agencies, bodies, seats and people are entered as its tables tell them")
    func whoIsWho() async throws {
        let example = try ExampleFolder("thanet-2016", in: House.root + "/Examples")
        try await House.open(profile: example.profile) { house in
            try await example.whoIsWho.enter(into: house.installation, at: house.clock.now)
            let officer = try await house.officer()
            let agencies = try await officer.get("/partnership/agencies").reading
            #expect(agencies.contains("Thanet Clinical Commissioning Group has no liaison officer"))
            #expect(!agencies.contains("The Act asks for"))
            let structure = try await officer.get("/partnership").reading
            #expect(structure.contains("1 thing the law asks for is missing"))
            #expect(structure.contains("14 seats · Chairman: Cllr David Saunders"))
            #expect(structure.contains("Task and finish group 1 , from 1 April 2016"))
        }
    }

    @Test("a table that names what is not there is refused with its line")
    func dangling() async throws {
        var files = [
            "agencies.csv": "name,kind,standing,from,liaison_officer\n",
            "people.csv": "name,agency,sign_in\nAda,Nowhere,\n",
            "bodies.csv": "name,regime,answers_to,purpose,frequency,strategy_group,from\n",
            "seats.csv": "body,title,role,agency,holder,substitute\n",
        ].mapValues { Array($0.utf8) }
        let spoilt = try ExampleWhoIsWho(files: files)
        try await House.open { house in
            let error = await #expect(throws: DataFileError.self) {
                try await spoilt.enter(into: house.installation, at: house.clock.now)
            }
            #expect(error?.line == 2)
            #expect(error?.column == "agency")
        }
        files["people.csv"] = nil
        #expect(throws: DataFileError.self) { try ExampleWhoIsWho(files: files) }
    }
}
