import HTTPTypes
import HummingbirdTesting
import Membership
import Storage
import Testing

@testable import App
@testable import Meetings

@Suite("The year on the first page names the day of a meeting that is called")
struct YearOfMeetingsTests {
    @Test("a step without a date that is called like a body has the day of its next meeting, once everybody was told")
    func called() async throws {
        try await House.open { house in
            let sample = try await SampleMeeting(house, of: try await WhoIsWhoHouse(house).body)
            let officer = try await house.officer()
            try await officer.change("/partnership/year", ["dates": "The executive group\nExecutive Group agrees"])
            #expect(try await officer.get("/home").reading.contains("The executive group date to be set"))

            try await officer.send(to: sample.address + "/announcement")
            let home = try await officer.get("/home").reading
            #expect(home.contains("The executive group next meeting 8 March 2016"), "\(home)")
            #expect(home.contains("Executive Group agrees date to be set"), "what else is of that day nobody has said")

            house.clock.move(hours: 24 * 40)
            #expect(try await house.officer().get("/home").reading.contains("The executive group date to be set"))
        }
    }

    @Test("a meeting that is called off is not the next")
    func calledOff() async throws {
        try await House.open { house in
            let sample = try await SampleMeeting(house, of: try await WhoIsWhoHouse(house).body)
            let officer = try await house.officer()
            try await officer.change("/partnership/year", ["dates": "Executive Group"])
            try await officer.send(to: sample.address + "/announcement")
            #expect(try await officer.get("/home").reading.contains("Executive Group next meeting 8 March 2016"))
            try await officer.send(["why": "Snow."], to: sample.address + "/calling-off")
            let home = try await officer.get("/home").reading
            #expect(home.contains("Executive Group date to be set"), "\(home)")
        }
    }
}
