import Foundation
import Membership
import Publishing
import ScratchDatabases
import Storage
import Testing

@testable import Meetings

@Suite("What is on an agenda, and what speaks against publishing it")
struct AgendaTests {
    private func item(
        _ title: String, _ kind: AgendaItemDetails.Kind = .other, number: Int? = nil,
        withholding: Withholding = .open, papers: [AgendaPaper] = [], late: String = ""
    ) -> AgendaItem {
        AgendaItem(
            id: Identities.system.new(at: Scratch.noon), number: number,
            details: AgendaItemDetails(kind: kind, title: title, withholding: withholding, lateReason: late),
            papers: papers, isTakenOff: false, revision: 1)
    }

    private func paper(_ title: String, replacing old: AgendaPaper? = nil) -> AgendaPaper {
        AgendaPaper(
            id: Identities.system.new(at: Scratch.noon), title: title, content: .text(title), replaces: old?.id,
            isTakenOff: false, addedBy: "Ada Byron", addedAt: Scratch.noon)
    }

    private func agenda(_ items: [AgendaItem]) -> Agenda {
        Agenda(meeting: Identities.system.new(at: Scratch.noon), items: items, editions: [])
    }

    @Test("An item keeps the number it was published with, and what comes later goes on after it")
    func numbers() {
        let agenda = agenda([item("New first"), item("Plan", number: 6), item("Minutes", number: 4), item("New last")])
        #expect(agenda.numbered.map(\.number) == [7, 6, 4, 8])
    }

    @Test("What is kept from the public comes after the resolution to exclude them")
    func exclusion() {
        let exempt = Withholding.exempt(paragraphs: [3], reasoning: "The price is negotiated.", until: nil)
        let wrong = agenda([item("Contract", withholding: exempt), item("Exclusion", .exclusion)])
        #expect(
            wrong.obstacles(needsReason: false).map(\.words) == [
                "Item 1, ‘Contract’: put the resolution to exclude press and public before it",
                "Item 2, ‘Exclusion’: nothing that is kept from the public follows it: take it off the agenda",
            ])
        let right = agenda([item("Exclusion", .exclusion), item("Contract", withholding: exempt)])
        #expect(right.obstacles(needsReason: false).isEmpty)
    }

    // D76
    @Test("What the public may see does not stand behind the exclusion, and one press puts it before")
    func openBehind() throws {
        let exempt = Withholding.exempt(paragraphs: [3], reasoning: "The price is negotiated.", until: nil)
        let (lamps, contract) = (item("Lamps"), item("Contract", withholding: exempt))
        let (exclusion, next) = (item("Exclusion", .exclusion), item("Next meeting"))
        let wrong = agenda([lamps, exclusion, contract, next])
        #expect(
            wrong.obstacles(needsReason: false).map(\.words) == [
                "Item 4, ‘Next meeting’: the public may see it, so it is taken before press and public are excluded: move it up"
            ])

        #expect(wrong.mended == [lamps.id, next.id, exclusion.id, contract.id])
        #expect(agenda([lamps, next, exclusion, contract]).mended == nil)
        var order = [lamps.id, exclusion.id, contract.id]
        agenda([lamps, exclusion, contract]).insert(next.id, next.details, into: &order)
        #expect(order == [lamps.id, next.id, exclusion.id, contract.id], "a new item finds its place by itself")
    }

    @Test("The resolution names each item, its paragraphs and why, and nothing of it is typed")
    func resolution() throws {
        let exempt = Withholding.exempt(
            paragraphs: [3, 7], reasoning: "Bids are being compared.", until: nil)
        let secret = Withholding.confidential(reason: "The Home Office lent it.")
        let exclusion = AgendaItem(
            id: Identities.system.new(at: Scratch.noon), number: nil, details: .exclusion, papers: [],
            isTakenOff: false, revision: 1)
        let agenda = agenda([
            item("Lamps"), exclusion, item("Contract", withholding: exempt), item("Prevent", withholding: secret),
        ])
        let day = try #require(Day("2016-02-09"))
        let said =
            "since exempt information under Schedule 12A (paragraph 3, information relating to the financial or business "
            + "affairs of any particular person, including the authority; paragraph 7, information relating to action taken or to "
            + "be taken to prevent, investigate or prosecute crime) would otherwise be disclosed, and keeping it back is more in "
            + "the public interest than showing it: Bids are being compared."

        let resolution = agenda.resolution(at: exclusion.id, of: .councilEngland, on: day)
        #expect(
            resolution.points == [
                "That the press and public are excluded from the meeting for item 3, ‘Contract’, under section 100A(4) of the "
                    + "Local Government Act 1972, \(said)"
            ])
        let text = agenda.resolving(for: .councilEngland, on: day).items[1].details.text
        #expect(text.contains("- for item 3, ‘Contract’, \(said)"))
        #expect(text.contains("item 4, ‘Prevent’, is confidential: the public must be excluded from it"))
        // The Act of 1972 is not about an executive, nor about a partnership.
        for (regime, law) in [
            (Body.Regime.executiveEngland, "regulation 4(2)(b) of SI 2012/2089"), (.partnership, nil),
        ] {
            let text = agenda.resolution(at: exclusion.id, of: regime, on: day).text
            #expect(!text.contains("1972") && law.map(text.contains) ?? true)
        }
    }

    @Test(
        "Exempt is nothing without a paragraph and the public interest",
        arguments: [(3, "", 1), (nil, "Negotiated.", 1), (nil, "", 2), (3, "Negotiated.", 0)] as [(Int?, String, Int)])
    func exempt(_ paragraph: Int?, _ reasoning: String, _ obstacles: Int) {
        let withholding = Withholding.exempt(
            paragraphs: [paragraph].compactMap(\.self), reasoning: reasoning, until: nil)
        let agenda = agenda([item("Exclusion", .exclusion), item("Contract", withholding: withholding)])
        #expect(agenda.obstacles(needsReason: false).count == obstacles)
    }

    @Test("a text with a table whose unit of money was typed is not laid before a meeting")
    func typedUnit() {
        func text(_ title: String, _ text: String) -> AgendaPaper {
            AgendaPaper(
                id: Identities.system.new(at: Scratch.noon), title: title, content: .text(text), replaces: nil,
                isTakenOff: false, addedBy: "Clerk", addedAt: Scratch.noon)
        }
        let wrong = agenda([item("Fund", papers: [text("Spending", "| Year | £m |\n|---|---|\n| 2027 | 2,011 |")])])
        let right = agenda([item("Fund", papers: [text("Spending", "| Year | £ |\n|---|---|\n| 2027 | 2,011,000 |")])])

        let found = wrong.obstacles(needsReason: false).map(\.words)
        #expect(found.count == 1 && found[0].hasPrefix("Item 1, ‘Fund’: the paper ‘Spending’: a table is headed ‘£m’"))
        #expect(wrong.obstaclesToGiving.count == 1)
        #expect(right.obstacles(needsReason: false).isEmpty)
    }

    // LGA 1972 s.100B(4)
    @Test("A new item needs the chair’s reason once the day for publishing has passed; a published one does not")
    func late() {
        #expect(agenda([item("Plan", number: 6), item("Flood")]).obstacles(needsReason: true).count == 1)
        #expect(
            agenda([item("Plan", number: 6), item("Flood", late: "The river rose.")]).obstacles(needsReason: true)
                .isEmpty)
        #expect(agenda([item("Plan", number: 6), item("Flood")]).obstacles(needsReason: false).isEmpty)
    }

    @Test("A report that replaces another is the one that stands, and the change says which it replaced")
    func replaced() throws {
        let (first, minutes) = (paper("First report"), paper("Minutes"))
        let second = paper("Second report", replacing: first)
        let plan = item("Plan", .report, number: 6, papers: [first, second])
        #expect(plan.standing == [second])
        let (before, after) = (
            agenda([item("Plan", .report, number: 6, papers: [first])]),
            agenda([plan, item("Minutes", papers: [minutes])])
        )
        var earlier = MeetingDesks.contents(of: before)
        earlier.items[0].id = "\(plan.id)"
        let changes = AgendaChanges(from: earlier, to: MeetingDesks.contents(of: after))
        #expect(
            changes.lines == [
                "Item 6: ‘Second report’ replaces ‘First report’ (agenda).", "Item 7, ‘Minutes’, is new.",
            ])
        #expect(changes.items.count == 2)
    }

    // D76: what tells a secret is a secret.
    @Test("Of papers that are kept from the public not even a title is told in what changed", arguments: [true, false])
    func secretTitles(_ isOpenedNow: Bool) {
        let exempt = Withholding.exempt(paragraphs: [3], reasoning: "Negotiated.", until: nil)
        let (old, new) = (paper("Hemlock asks £31,957"), paper("Hemlock asks £40,000"))
        let before = item("Contract", number: 6, withholding: exempt, papers: [old])
        let after = item("Contract", number: 6, withholding: isOpenedNow ? .open : exempt, papers: [new])
        var earlier = MeetingDesks.contents(of: agenda([before]))
        earlier.items[0].id = "\(after.id)"
        let changes = AgendaChanges(from: earlier, to: MeetingDesks.contents(of: agenda([after])))
        #expect(changes.items.count == 1 && !changes.lines.isEmpty)
        #expect(!changes.lines.joined().contains("Hemlock"))
    }

    @Test("As data an item that is kept from the public has no paper, and no page", arguments: [true, false])
    func asData(_ isOpen: Bool) throws {
        let exempt = Withholding.exempt(paragraphs: [3], reasoning: "Negotiated.", until: nil)
        let item = item(
            "Contract", number: 6, withholding: isOpen ? .open : exempt, papers: [paper("Hemlock asks £31,957")])
        let agenda = agenda([item])
        let data = PublishedAgenda(
            MeetingDesks.contents(of: agenda), pages: ["\(item.id)": "item-6"], of: agenda)
        #expect(data.items.map(\.isOpen) == [isOpen] && (data.items[0].page != nil) == isOpen)
        #expect(String(decoding: try JSONEncoder().encode(data), as: UTF8.self).contains("Hemlock") == isOpen)
    }

    @Test("Where nothing changed there is nothing to publish")
    func unchanged() {
        let contents = MeetingDesks.contents(of: agenda([item("Plan", number: 6, papers: [paper("Report")])]))
        let changes = AgendaChanges(from: contents, to: contents)
        #expect(changes.lines.isEmpty && changes.items.isEmpty)
    }

    @Test("An agenda begins with what every meeting takes, and minutes that wait are told by their meeting")
    func standingItems() throws {
        func meeting(_ kind: MeetingDetails.Kind, _ day: String) throws -> Meeting {
            let details = MeetingDetails(
                kind: kind, day: try #require(Day(day)), startsAt: try #require(TimeOfDay("19:00")), place: "Guildhall",
                contact: .init(name: "Ada Byron"))
            return try #require(
                Meeting(
                    id: Identities.system.new(at: Scratch.noon), body: Identities.system.new(at: Scratch.noon),
                    states: [
                        MeetingState(
                            number: 1, details: details, calledOff: nil, isAnnounced: false, by: "Ada Byron",
                            at: Scratch.noon)
                    ]))
        }
        let earlier = try meeting(.extraordinary, "2016-01-26")
        #expect(StandingItems.all.map(\.kind) == [.apologies, .declarations])
        #expect(
            ArisingMatter.minutes(of: earlier, body: "Panel").details.text
                == "To approve the minutes of the extraordinary meeting of Panel held on 26 January 2016.")
    }
}
