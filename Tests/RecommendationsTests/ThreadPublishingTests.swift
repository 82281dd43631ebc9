import Membership
import Publishing
import ScratchDatabases
import Storage
import Testing

@testable import Recommendations

/// Meetings of which everybody knows, and what was published of them.
private struct Papers: OpenPapersDesk {
    var minuted: Set<String> = []
    /// What an agenda prints, by its meeting.
    var agendas: [String: String] = [:]
    var meetings: Set<String> = ["working", "panel", "cabinet"]

    func place(of step: StepDetails) async throws -> PublishedRecommendation.Place? {
        guard let meeting = step.meeting?.id else { return nil }
        switch step.source {
        case .minutes: return minuted.contains(meeting) ? .init(address: "/m/\(meeting)", title: "Minutes") : nil
        case .agenda: return .init(address: "/a/\(meeting)", title: "Agenda of \(meeting)")
        default: return nil
        }
    }

    func place(ofMeeting meeting: String) async throws -> PublishedRecommendation.Place? {
        meetings.contains(meeting) ? .init(address: "/meetings/\(meeting)", title: "Meeting") : nil
    }

    func meeting(of body: ThreadBody, on day: Day) async throws -> String? {
        body == Threads.panel && day == Threads.day("2016-02-09") ? "panel" : nil
    }

    func printed(_ recommendation: ID<RecommendationThread>, atMeeting meeting: String) async throws -> String? {
        agendas[meeting]
    }
}

@Suite("The public page of a recommendation never tells less, or other, than the papers that are published")
struct ThreadPublishingTests {
    private static let working = ThreadBody(name: "Working Party")

    private static func minuted(
        _ what: StepDetails.What, _ meeting: String, _ day: String, of body: ThreadBody, isWithheld: Bool = false
    ) -> StepDetails {
        StepDetails(
            what, on: Threads.day(day), of: body, at: MeetingMention(id: meeting, day: day), minute: 12,
            isWithheld: isWithheld, from: .minutes(decision: "\(meeting) d"))
    }

    private static func received(_ meeting: String, _ day: String, of body: ThreadBody) -> StepDetails {
        StepDetails(
            .received, on: Threads.day(day), of: body, at: MeetingMention(id: meeting, day: day), from: .agenda)
    }

    /// From the Working Party by the Panel, which adds to it, to Cabinet.
    private static let journey = [
        minuted(.made(text: "That the plan is adopted."), "working", "2016-02-01", of: working),
        minuted(.sent(to: Threads.panel, asksForResponse: false), "working", "2016-02-01", of: working),
        minuted(.outcome(.addendum, words: "wardens stay"), "panel", "2016-02-09", of: Threads.panel),
        minuted(.sent(to: Threads.cabinet, asksForResponse: true), "panel", "2016-02-09", of: Threads.panel),
        received("cabinet", "2016-03-08", of: Threads.cabinet),
        minuted(.outcome(.agreed, words: ""), "cabinet", "2016-03-08", of: Threads.cabinet),
    ]

    private func published(
        _ steps: [StepDetails] = journey, _ papers: Papers
    ) async throws -> PublishedRecommendation? {
        let scratch = try #require(Scratch.engines.first)
        return try await scratch.database([.ofMembership, .ofPublishing, .ofRecommendations]) { database in
            try await RecommendationsDesk(
                database, identities: .system, papers: papers, now: { Scratch.noon },
                today: { Threads.day("2016-04-01") }
            ).published(Threads.thread(steps))
        }
    }

    @Test("a meeting whose minutes lack stands between the others, with nothing of what it decided")
    func lacking() async throws {
        let page = try #require(try await published(Self.journey, Papers(minuted: ["working", "cabinet"])))
        let panel = page.steps.filter { $0.body == Threads.panel.name }
        #expect(panel.map(\.title) == ["What it decided is not published yet"])
        #expect(panel.map(\.day) == ["2016-02-09"] && panel.first?.place?.address == "/meetings/panel")
        #expect(page.steps.map(\.day) == page.steps.map(\.day).sorted())
        #expect(!page.text.contains("wardens") && !"\(page.steps)".contains("wardens"))
    }

    @Test(
        "before what was entered by hand of a public meeting it says once that the minutes are not published, as long as they are not",
        arguments: [true, false])
    func byHand(mentionsMeeting: Bool) async throws {
        var steps = Self.journey
        for index in 2...3 {
            steps[index].source = .hand
            if !mentionsMeeting { steps[index].meeting = nil }
        }
        let page = try #require(try await published(steps, Papers(minuted: ["working", "cabinet"])))
        let panel = page.steps.filter { $0.body == Threads.panel.name }
        #expect(panel.map(\.title).prefix(2) == ["Its minutes are not published yet", "Agreed with an addendum"])
        #expect(panel.count == 3 && panel.first?.place?.address == "/meetings/panel")
        #expect(panel.first?.words == "What follows is as the partnership’s officers entered it.")
        for known in [Papers(minuted: ["working", "panel", "cabinet"]), Papers(minuted: ["working"], meetings: [])] {
            let other = try #require(try await published(steps, known))
            #expect(other.steps.filter { $0.body == Threads.panel.name }.count == 2)
        }
    }

    @Test("of a meeting of which nobody was told, not even that it lacks is told")
    func untold() async throws {
        let papers = Papers(minuted: ["working", "cabinet"], meetings: ["working", "cabinet"])
        let page = try #require(try await published(Self.journey, papers))
        #expect(!page.bodies.contains(Threads.panel.name))
    }

    @Test("until its minutes are published the last body has it before it, and it waits for no meeting that has been")
    func last() async throws {
        let page = try #require(try await published(Array(Self.journey.prefix(4)), Papers(minuted: ["working"])))
        #expect(page.state == "Before Overview & Scrutiny Panel on 9 February 2016")
        #expect(
            page.state(on: Threads.day("2016-04-01"))
                == "Was before Overview & Scrutiny Panel on 9 February 2016; what was decided there is not here yet")
    }

    @Test("the words are those that the next body’s published agenda prints, with the addendum and where they stand")
    func printed() async throws {
        let paper = """
            That the plan is adopted.

            with the addendum that wardens stay

            **Its way so far**

            - 1 February 2016: recommended (Working Party)
            - 1 February 2016: sent to Overview & Scrutiny Panel (Working Party)
            - 9 February 2016: agreed with an addendum (Overview & Scrutiny Panel)
            - 9 February 2016: sent to Cabinet, which is asked to answer (Overview & Scrutiny Panel)
            """
        let papers = Papers(minuted: ["working", "cabinet"], agendas: ["cabinet": paper])
        let page = try #require(try await published(Self.journey, papers))
        #expect(page.text.contains("with the addendum that wardens stay"))
        let panel = page.steps.filter { $0.body == Threads.panel.name }
        #expect(panel.map(\.title).prefix(2) == ["Its minutes are not published yet", "Agreed with an addendum"])
        #expect(panel.first?.words == "What follows is as it stands in the agenda of cabinet.")
        #expect(panel.dropFirst().allSatisfy { $0.place?.address == "/a/cabinet" && !$0.words.contains("Minute") })
        // An agenda that was printed before the addendum was minuted says nothing of it.
        let early = Papers(
            minuted: ["working", "cabinet"],
            agendas: [
                "cabinet":
                    "That the plan is adopted.\n\n**Its way so far**\n\n- 1 February 2016: recommended (Working Party)"
            ])
        #expect(try await published(Self.journey, early)?.text == "That the plan is adopted.")
    }

    @Test("nothing is published of it while its own words stand in no paper that is published")
    func wordless() async throws {
        #expect(try await published(Self.journey, Papers(minuted: ["cabinet"])) == nil)
    }

    @Test("what was added where the public was not is in no paper for the public")
    func closed() async throws {
        let added = Self.minuted(
            .outcome(.addendum, words: "wardens stay"), "panel", "2016-02-09", of: Threads.panel, isWithheld: true)
        let steps = [Self.journey[0], Self.journey[1], added]
        #expect(!Threads.thread(steps).withoutWithheld.text.full.contains("wardens"))
        let page = try #require(try await published(steps, Papers(minuted: ["working", "panel"])))
        #expect(!"\(page)".contains("wardens") && !"\(page)".contains("not published yet"))
    }
}
