import Foundation
import Membership
import ScratchDatabases
import Storage
import Testing

@testable import Meetings

@Suite("Everything that was published for a meeting goes into one pack as it stands (D75)")
struct WholePackTests {
    private let clerk = "Priya Nair"

    private func paper(_ title: String, replacing old: AgendaPaper? = nil) -> AgendaPaper {
        AgendaPaper(
            id: Identities.system.new(at: Scratch.noon), title: title, content: .text(title), replaces: old?.id,
            isTakenOff: false, addedBy: clerk, addedAt: Scratch.noon)
    }

    private func record(_ paper: AgendaPaper, in edition: Int, _ first: String?, _ last: String?)
        -> EditionContents.Paper
    {
        .init(
            id: "\(paper.id)", title: paper.title, sort: "text", fingerprint: paper.fingerprint,
            replaces: paper.replaces.map { "\($0)" }, edition: edition, firstPage: first, lastPage: last)
    }

    private func edition(
        _ number: Int, _ items: [EditionContents.Item], members: [MembersPage] = []
    ) -> AgendaEdition {
        AgendaEdition(
            number: number, publishedAt: Scratch.noon, publishedBy: clerk,
            contents: EditionContents(items: items, pages: 4), changes: [], pack: FileHash(of: []), membersPack: nil,
            membersPages: members)
    }

    private func published(
        _ item: AgendaItem, _ papers: [EditionContents.Paper], withholding: EditionContents.Withheld? = nil
    ) -> EditionContents.Item {
        .init(
            id: "\(item.id)", number: item.number ?? 0, kind: .other, title: item.title, text: "",
            withholding: withholding, lateReason: "", papers: papers, isIn: true)
    }

    private func item(_ number: Int, _ title: String, _ papers: [AgendaPaper]) -> AgendaItem {
        AgendaItem(
            id: Identities.system.new(at: Scratch.noon), number: number,
            details: AgendaItemDetails(kind: .other, title: title), papers: papers, isTakenOff: false, revision: 1)
    }

    @Test(
        "a paper that was replaced is left out, the one in its place stands with its item, and each has its own pages")
    func asItStands() throws {
        let (old, map) = (paper("Plan"), paper("Map"))
        let new = paper("Plan, amended", replacing: old)
        let drafted = paper("Nobody published this")
        let (first, second) = (item(4, "The plan", [old, new, drafted]), item(5, "Lamps", [map]))
        let (was, is5) = (record(old, in: 1, "1", "3"), published(second, [record(map, in: 1, "5", "6")]))
        let agenda = Agenda(
            meeting: Identities.system.new(at: Scratch.noon), items: [first, second],
            editions: [
                edition(1, [published(first, [was]), is5]),
                edition(2, [published(first, [record(new, in: 2, "S1", "S2")]), is5]),
            ])

        let whole = try #require(WholePack(of: agenda))

        #expect(whole.agenda.standing.flatMap(\.standing).map(\.title) == ["Plan, amended", "Map"])
        let labels = whole.labels()
        #expect(labels["\(new.id)"].map { "\($0.prefix)\($0.start)" } == "S1")
        #expect(labels["\(new.id)"]?.from == "Supplementary agenda 1")
        #expect(labels["\(map.id)"].map { "\($0.prefix)\($0.start)" } == "5")
        #expect(whole.omissions == ["‘Plan’ (pages 1 to 3): replaced by ‘Plan, amended’, page S1"])
    }

    @Test("what is kept from the public has its pages of the members’ pack, and is not told of where it is left out")
    func closed() throws {
        let (old, new) = (paper("Prices"), paper("Prices, again"))
        let first = item(4, "A contract", [old, new])
        let kept = EditionContents.Withheld(isConfidential: false, paragraphs: [3], reasoning: "Bids.")
        let agenda = Agenda(
            meeting: Identities.system.new(at: Scratch.noon), items: [first],
            editions: [
                edition(
                    1, [published(first, [record(old, in: 1, nil, nil)], withholding: kept)],
                    members: [.init(key: "\(old.id)", first: "7")]),
                edition(
                    2, [published(first, [record(new, in: 2, nil, nil)], withholding: kept)],
                    members: [.init(key: "\(new.id)", first: "S3")]),
            ])

        let whole = try #require(WholePack(of: agenda))

        #expect(whole.omissions.isEmpty)
        #expect(whole.labels()["\(new.id)"].map { "\($0.prefix)\($0.start)" } == "S3")
        #expect(whole.agenda.items.allSatisfy { $0.details.withholding.isExempt })
    }

    @Test("an agenda without a supplement is its own pack")
    func single() {
        let agenda = Agenda(
            meeting: Identities.system.new(at: Scratch.noon), items: [], editions: [edition(1, [])])
        #expect(WholePack(of: agenda) == nil)
    }

    @Test("what a page is called is read back", arguments: [("S5", "S", 5), ("12", "", 12)])
    func labels(label: String, prefix: String, number: Int) throws {
        let page = try #require(PrintedPage(label))
        #expect(page.prefix == prefix && page.number == number)
        #expect(PrintedPage(nil) == nil && PrintedPage("S") == nil)
    }
}
