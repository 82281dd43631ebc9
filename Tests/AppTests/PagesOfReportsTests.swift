import HTTPTypes
import HummingbirdTesting
import Membership
import Storage
import Testing

@testable import App
@testable import Meetings

@Suite(
    "A front sheet tells the pages of a report whose last annex is a PDF as they are", .timeLimit(.minutes(10)),
    .enabled(if: Worker.isThere, "There is no .press: run ‘make setup’ to test what prints packs."))
struct PagesOfReportsTests {
    /// “Not for publication” across the pages of what is kept from the public, as it is read: it lies aslant, letters a line.
    private let mark = " lic ub"

    /// What the page says that is told as the last of a report.
    private func lastPages(in pdf: [UInt8]) async throws -> [String: String] {
        let pages = try await PaperText.pages(pdf)
        var found: [String: String] = [:]
        let front = try #require(pages.first)
        for match in front.matches(of: /(Burglary|HEMLOCK terms) \(Pages ([A-Z]?\d+) to ([A-Z]?\d+)\)/) {
            let last = try #require(
                pages.first { $0.hasSuffix("Page \(match.output.3)") }, "no page \(match.output.3): \(front)")
            found[String(match.output.1)] = last
        }
        return found
    }

    private func check(_ pdf: [UInt8], _ from: String) async throws {
        let told = try await lastPages(in: pdf)
        #expect(told["Burglary"]?.contains("Streets of Margate 2") == true, "\(from): \(told)")
        #expect(told["HEMLOCK terms"]?.contains("HEMLOCK asks for a price 3") == true, "\(from): \(told)")
    }

    @Test("the last page told is the last of its annex, in the agenda, in the pack of everything, and for members")
    func lastPage() async throws {
        try await House.open(["address": "http://safer.example.org"], python: Worker.python) { house in
            let meeting = try await AnnexMeeting(house)
            let officer = try await house.officer()
            #expect(try await officer.send(to: meeting.address + "/announcement").status == .seeOther)
            let place = meeting.address + "/publication"
            func publish() async throws {
                let sent = try await OpenedForm(try await officer.get(place), to: place).sent(by: officer)
                #expect(sent.location == meeting.address, "\(sent.reading)")
            }
            try await publish()
            try await check(try await officer.get(meeting.address + "/editions/1/members.pdf").bytes, "the agenda")

            let details: KeyValuePairs = ["kind": "other", "title": "Lamps", "withheld": "open"]
            let item = try await officer.send(details, to: meeting.address + "/agenda/items").location
            let answers = [("title", "A note"), ("description", ""), ("text", "Lamps are lit."), ("replaces", "")]
            #expect(try await officer.give([], answers, to: item + "/papers").status == .seeOther)
            try await publish()
            let all = try await officer.get(meeting.address + "/combined/1/members.pdf").bytes
            try await check(all, "everything")
            let pages = try await PaperText.pages(all)
            #expect(pages.contains { $0.contains("HEMLOCK asks for a price 3") && $0.contains(mark) })
            let note = try #require(pages.first { $0.contains("Lamps are lit.") })
            #expect(!note.contains(mark), "the mark of the report before it: \(note)")
        }
    }
}
