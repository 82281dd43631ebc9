import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Publishing
import Storage
import Testing
import WorkingDays

@testable import App
@testable import Decisions
@testable import Meetings

/// A Cabinet that meets on Thursday 17 March 2016, with a contract on its agenda that is exempt.
private struct CabinetMeeting {
    let house: House
    let body: ID<Body>
    let meeting: SampleMeeting
    let item: String

    /// 28 clear days before is 17 February, and five are 9 March.
    static let day = Day("2016-03-17")

    init(_ house: House) async throws {
        self.house = house
        body = try await BodyStore(house.database, identities: house.installation.identities).add(
            BodyDetails(name: "Cabinet", regime: .executiveEngland), from: Day(house.clock.now), by: .commandLine(),
            at: house.clock.now)
        meeting = try await SampleMeeting(house, of: body, on: Self.day)
        let officer = try await house.officer()
        try await officer.send(to: meeting.address + "/announcement")
        item = try await officer.send(Self.contract(), to: meeting.address + "/agenda/items").location
    }

    static func contract(naming notice: String = "", revision: String = "") -> KeyValuePairs<String, String> {
        [
            "kind": "other", "title": "A contract", "text": "To let it.", "withheld": "exempt", "paragraph": "3",
            "reasoning": "Bids are being compared.", "notice": notice, "revision": revision,
        ]
    }

    /// Publishes the first notice that it is taken in private.
    ///
    /// - Returns: where it is kept.
    func tell(agreement: String = "") async throws -> String {
        var plan = DecisionSample.plan
        (plan.title, plan.isKey, plan.from) = ("Contract for cameras", false, Self.day)
        plan.privacy.isPrivate = true
        (plan.privacy.reasons, plan.privacy.paragraphs) = ("Bids are being compared.", [3])
        plan.privacy.agreement = agreement
        let id = try await DraftStore(house.database, identities: house.installation.identities).begin(
            plan, of: "\(body)", by: DecisionSample.officer, at: house.clock.now)
        let place = "/committees/forward-plan/\(id)"
        let sent = try await house.officer().send(["revision": "1"], to: place + "/publication")
        #expect(sent.status == .seeOther, "\(sent.reading)")
        return place
    }

    func tellAgain(_ place: String) async throws {
        let officer = try await house.officer()
        let part: KeyValuePairs = [
            "private": "yes", "reasons": "Bids are being compared.", "paragraphs": "3", "representations": "None",
            "response": "There is nothing to answer.", "agreement": "", "revision": "1",
        ]
        #expect(try await officer.send(part, to: place + "/parts/privacy").status == .seeOther)
        let publication: KeyValuePairs = ["revision": "2", "changes": "The second notice."]
        #expect(try await officer.send(publication, to: place + "/publication").status == .seeOther)
    }

    /// Chooses the notice on the item’s page.
    func name(_ notice: String) async throws {
        let officer = try await house.officer()
        #expect(try await officer.get(item).reading.contains("Which notice in the forward plan"))
        #expect(try await officer.send(Self.contract(naming: notice, revision: "1"), to: item).status == .seeOther)
    }

    func publicationPage() async throws -> String {
        try await house.officer().get(meeting.address + "/publication").reading
    }
}

@Suite("An executive takes nothing in private of which nobody was told (SI 2012/2089 regulation 5, D92)")
struct PrivateItemTests {
    private static let slug = "contract-for-cameras"

    @Test("without its notices an agenda is not published, and it is said which is missing, by when, and what to do")
    func missing() async throws {
        try await House.open { house in
            let cabinet = try await CabinetMeeting(house)
            let unnamed = try await cabinet.publicationPage()
            #expect(unnamed.contains("Item 3, ‘A contract’: taken in private it needs two notices"), "\(unnamed)")
            #expect(unnamed.contains("Publish the first in the forward plan by 17 February 2016, 5.00 pm"))
            let agenda = try await house.officer().get(cabinet.meeting.address + "/agenda").reading
            #expect(agenda.contains("Before these may be taken in private"))

            _ = try await cabinet.tell()
            try await cabinet.name(Self.slug)
            let once = try await cabinet.publicationPage()
            #expect(once.contains("the second notice that it is taken in private is missing"), "\(once)")
            #expect(once.contains("Publish it in the forward plan by 9 March 2016, 5.00 pm"))

            house.clock.move(to: try #require(Day("2016-03-10")))
            let late = try await cabinet.publicationPage()
            #expect(late.contains("too late for that now: it may be taken only if the chair of scrutiny"), "\(late)")
        }
    }

    @Test(
        "with both notices in time it is published, and everybody reads when they were given and what is resolved",
        .enabled(if: Worker.isThere, "There is no .press: run ‘make setup’ to test printing."))
    func told() async throws {
        try await House.open(["address": "http://safer.example.org"], python: Worker.python) { house in
            let cabinet = try await CabinetMeeting(house)
            let place = try await cabinet.tell()
            try await cabinet.name(Self.slug)
            house.clock.move(to: try #require(Day("2016-03-08")))
            try await cabinet.tellAgain(place)

            let page = try await published(cabinet)
            #expect(page.contains("was given on 9 February 2016 and again on 8 March 2016"), "\(page)")
            #expect(
                page.contains(
                    "for item 3, ‘A contract’, since exempt information under Schedule 12A (paragraph 3, information relating"
                ))
            #expect(page.contains("regulation 4(2)(b) of SI 2012/2089"))
        }
    }

    @Test(
        "where the notices could not be given, whoever agreed and why stands on the agenda",
        .enabled(if: Worker.isThere, "There is no .press: run ‘make setup’ to test printing."))
    func agreed() async throws {
        try await House.open(["address": "http://safer.example.org"], python: Worker.python) { house in
            let cabinet = try await CabinetMeeting(house)
            house.clock.move(to: try #require(Day("2016-03-08")))
            _ = try await cabinet.tell(agreement: "Councillor B, chair of scrutiny, agreed on 7 March: the grant ends.")
            try await cabinet.name(Self.slug)

            let page = try await published(cabinet)
            #expect(page.contains("Councillor B, chair of scrutiny, agreed on 7 March: the grant ends."), "\(page)")
        }
    }

    /// Publishes the agenda.
    ///
    /// - Returns: what everybody reads of it.
    private func published(_ cabinet: CabinetMeeting) async throws -> String {
        let (officer, place) = (try await cabinet.house.officer(), cabinet.meeting.address + "/publication")
        let sent = try await OpenedForm(try await officer.get(place), to: place).sent(by: officer)
        #expect(sent.location == cabinet.meeting.address, "\(sent.reading)")
        return try await cabinet.house.visitor.get("/publications/cabinet-2016-03-17").reading
    }
}

@Suite("An agenda that is late says why, by the rule its body is under (D70)")
struct LateAgendaTests {
    @Test(
        "published with less notice than its rules ask it wants a reason, which everybody reads on the front",
        .enabled(if: Worker.isThere, "There is no .press: run ‘make setup’ to test printing."))
    func late() async throws {
        try await House.open(["address": "http://safer.example.org"], python: Worker.python) { house in
            let who = try await WhoIsWhoHouse(house)
            let meeting = try await SampleMeeting(house, of: who.body)
            house.clock.move(to: try #require(Day("2016-03-04")))
            let officer = try await house.officer()
            try await officer.send(to: meeting.address + "/announcement")
            let place = meeting.address + "/publication"
            let page = try await officer.get(place)
            #expect(page.reading.contains("By: The partnership’s terms of reference"), "\(page.reading)")

            let form = try OpenedForm(page, to: place)
            let refused = try await form.sent(by: officer)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.reading.contains("Say why the agenda is published later than its rules ask"))
            let sent = try await form.typing(["late": "The meeting was called on 3 March"]).sent(by: officer)
            #expect(sent.location == meeting.address, "\(sent.reading)")

            let said =
                "less than 5 clear days before the meeting (The partnership’s terms of reference), for this reason: The meeting "
                + "was called on 3 March."
            let everybody = try await house.visitor.get("/publications/executive-group-2016-03-08").reading
            #expect(everybody.contains(said), "\(everybody)")
            let pack = try await officer.get(meeting.address + "/editions/1/pack.pdf").bytes
            #expect(String(decoding: try await PaperText.read(pack), as: UTF8.self).contains("for this reason"))
            #expect(try await officer.get(meeting.address).reading.contains("Late, since: The meeting was called"))
        }
    }

    @Test("a body under terms of reference is told its own rule, and only a council that of the Act of 1972")
    func whichRule() async throws {
        try await House.open { house in
            for (regime, isCouncil) in [
                (Body.Regime.partnership, false), (.councilEngland, true), (.executiveEngland, false),
            ] {
                let body = try await BodyStore(house.database, identities: house.installation.identities).add(
                    BodyDetails(name: "Body \(regime)", regime: regime), from: Day(house.clock.now), by: .commandLine(),
                    at: house.clock.now)
                let meeting = try await SampleMeeting(
                    house, of: body, on: Day(house.clock.now).adding(days: 2 + (isCouncil ? 1 : 0)))
                let page = try await house.officer().get(meeting.address + "/agenda").reading
                #expect(page.contains("The day for publishing the agenda has passed"), "\(regime)")
                #expect(page.contains("100B(4)") == isCouncil, "\(regime)")
            }
        }
    }
}
