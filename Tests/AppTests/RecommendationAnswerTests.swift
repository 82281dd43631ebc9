import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Recommendations
import ScratchDatabases
import Storage
import Testing

@testable import App

@Suite("A public page that is behind is said on the first page of who publishes it")
struct RecommendationNewsTests {
    @Test("it says how many have news, lists them, and says so no more when they are published")
    func news() async throws {
        try await House.open { house in
            let id = try await house.recommend("That lamps are mended.")
            let desk = house.program.first.committees.recommendations
            try await desk.publish(id, by: .commandLine(), at: house.clock.now)
            let officer = try await house.officer()
            let words = "1 recommendation has news that is not published"
            #expect(try await !officer.get("/home").reading.contains(words))
            let done = StepDetails(.action(words: "Lamps shine.", by: "", isComplete: true), on: Day(house.clock.now))
            try await desk.threads.enter([done], of: id, after: 2, by: .commandLine(), at: house.clock.now)
            #expect(try await officer.get("/home").reading.contains(words))
            let list = try await officer.get("/committees/recommendations?state=untold").reading
            #expect(list.contains("That lamps are mended."))
            try await desk.publish(id, by: .commandLine(), at: house.clock.now)
            #expect(try await !officer.get("/home").reading.contains(words))
            let none = try await officer.get("/committees/recommendations?state=untold").reading
            #expect(!none.contains("That lamps are mended."))
        }
    }
}

@Suite("What a body decided in its minutes is entered as its answer in one press")
struct RecommendationAnswerTests {
    @Test("the first page and the tracker say that it decided, the press enters its answer, and then nobody is awaited")
    func press() async throws {
        try await House.open { house in
            let id = try await house.recommend("That lamps are mended.")
            let (own, cabinet) = ("/committees/recommendations/\(id)", ThreadBody(name: "Cabinet"))
            let desk = house.program.first.committees.recommendations
            let decision = StepDetails(
                .outcome(.amended, words: "That one lamp is mended."), on: Day(house.clock.now), of: cabinet, minute: 12
            )
            try await desk.threads.enter([decision], of: id, after: 2, by: .commandLine(), at: house.clock.now)
            house.clock.move(hours: 24 * 40)
            let officer = try await house.officer()
            let said = "ecided by Cabinet (minute 12); its answer is not entered"
            let home = try await officer.get("/home").reading
            #expect(home.contains("Enter the answer of Cabinet to a recommendation") && home.contains(said))
            #expect(!home.contains("Ask Cabinet"))
            let tracker = try await officer.get("/committees/recommendations?state=unanswered").reading
            #expect(tracker.contains("D" + said) && !tracker.contains("Overdue"))

            let page = try await officer.get(own)
            #expect(page.reading.contains("D" + said) && !page.reading.contains("Awaiting an answer"))
            #expect(page.reading.contains("Enter minute 12 as its answer: accepted in part"))
            let form = try await officer.get(own + "/steps/response")
            #expect(form.reading.contains("That one lamp is mended."))
            let answer: KeyValuePairs = [
                "newest": "3", "decided": "3", "body-name": "Cabinet", "day": "9/2/2016", "open": "yes",
                "acceptance": "accepted in part", "reasons": "It reads now: That one lamp is mended.",
            ]
            #expect(try await officer.send(answer, to: own + "/steps/response").status == .seeOther)
            let after = try await officer.get(own).reading
            #expect(after.contains("How it stands Accepted in part by Cabinet") && !after.contains("not entered"))
            #expect(try await desk.threads.thread(id)?.standing.last?.details.minute == 12)
            #expect(try await !officer.get("/home").reading.contains("Enter the answer of Cabinet"))
        }
    }

    @Test("the time for an answer claims no law until an officer names one, and then its day follows from that law")
    func law() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let own = "/committees/recommendations/\(try await house.recommend("That lamps are mended."))"
            let before = try await officer.get(own).reading
            #expect(before.contains("The partnership itself asks for an answer in that time"), "\(before)")
            #expect(!before.contains("SI 2009/942") && before.contains("How the 28 days were counted"))

            let place = own + "/steps/due"
            #expect(try await officer.get(place).reading.contains("Under which law is it answered?"))
            let nothing: KeyValuePairs = ["law": "", "due": "31/3/2016", "why": "", "day": "10/2/2016", "newest": "2"]
            #expect(try await officer.send(nothing, to: place).status == .unprocessableContent)
            let named: KeyValuePairs = ["law": "executive", "due": "", "why": "", "day": "10/2/2016", "newest": "2"]
            let entered = try await officer.send(named, to: place)
            #expect(entered.status == .seeOther, "\(entered.reading)")

            let after = try await officer.get(own).reading
            #expect(after.contains("(Local Government Act 2000, section 9FE)"), "\(after)")
            #expect(after.contains("Two months that begin with") && !after.contains("28 days"))
        }
    }
}
