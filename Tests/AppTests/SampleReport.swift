import Foundation
import Membership
import Storage
import Testing

@testable import App
@testable import Reports

/// A report in a house, written through the stores as the officer would through the pages.
struct SampleReport {
    let id: ID<Report>
    let section: ID<ReportItem>
    private let house: House
    private let officer: Entry.Actor
    private let contents: ContentStore

    var address: String { "/reports/\(id)" }

    /// A draft with a section in it.
    init(_ house: House, titled title: String = "Budget") async throws {
        let (database, identities) = (house.database, house.installation.identities)
        self.house = house
        officer = .member(FirstOfficerStore.person, name: "Community safety officer")
        contents = ContentStore(database, identities: identities)
        id = try await ReportStore(database, identities: identities).begin(title, by: officer, at: house.clock.now)
        section = try await contents.add(
            PartAnswers(["heading": "Introduction", "text": "At length."]), to: .sections, of: id, by: officer,
            at: house.clock.now)
    }

    /// Fills in what is needed, and has all of it cleared.
    ///
    /// - Parameter classification: the answers to whether the public may read it.
    func complete(classification: [String: String] = ["kind": "unrestricted"], for body: ID<Body>) async throws {
        var parts: [(ReportPart, [String: String])] = [
            (.classification, classification), (.wards, ["all": "yes"]), (.status, ["status": "decision"]),
            (.summary, ["text": "In short."]), (.background, ["none": "yes"]),
        ]
        parts += Implication.allCases.map { ($0.part, ["text": "None."]) }
        for (part, answers) in parts { try await set(answers, at: part) }
        try await add(["body": "\(body)"], to: .path)
        try await add(["name": "Ada Byron", "title": "Officer"], to: .authors)
        try await add(["body": "\(body)", "text": "That it is so."], to: .recommendations)
        try await add(["as": "contact", "name": "Ada Byron"], to: .contacts)
        for implication in Implication.allCases { try await clear(implication) }
    }

    func set(_ answers: [String: String], at part: ReportPart) async throws {
        let begun = try await contents.versions(of: id, at: .part(part)).first?.number ?? 0
        try await contents.save(
            PartAnswers(answers), at: .part(part), of: id, after: begun, by: officer, at: house.clock.now)
    }

    func add(_ answers: [String: String], to list: ReportList) async throws {
        try await contents.add(PartAnswers(answers), to: list, of: id, by: officer, at: house.clock.now)
    }

    /// An annex with a file, as the page keeps it when it was looked into.
    @discardableResult
    func add(
        _ answers: [String: String], file name: String, _ pdf: [UInt8], pages: Int = 1
    ) async throws -> ID<ReportItem> {
        let kept = try await house.database.files.keep(pdf)
        var answers = answers
        answers[AnnexFile.question] =
            AnnexFile(hash: kept.hash, pages: pages, size: kept.size, name: name).description
        return try await contents.add(
            PartAnswers(answers), to: .annexes, of: id, by: officer, at: house.clock.now)
    }

    private func clear(_ implication: Implication) async throws {
        let store = ClearanceStore(house.database, identities: house.installation.identities)
        let (person, now) = (FirstOfficerStore.person, house.clock.now)
        try await store.ask(person, toClear: implication, of: id, by: Day(now), as: officer, at: now)
        try await store.answer(
            .signed, "", about: implication, of: id, asShownIn: newest(), by: person, as: officer, at: now)
    }

    func finish() async throws {
        try await house.program.first.reportsDesk.finish(
            id, asShownIn: newest(), on: Day(house.clock.now), by: officer, at: house.clock.now)
    }

    private func newest() async throws -> Int {
        try await house.database.read { [id] db in try db.report(id)?.newest ?? 0 }
    }
}

extension SampleRoutes {
    /// What committees have before them: reports and meetings.
    static func committees(_ house: House, _ who: WhoIsWhoHouse) async throws -> [String: String?] {
        var samples = try await reports(house, who).merging(meetings(house, who)) { own, _ in own }
        samples.merge(try await recommendations(house)) { own, _ in own }
        samples.merge(try await submissions(house, who)) { own, _ in own }
        return samples
    }

    /// A draft with a section, and a final report.
    static func reports(_ house: House, _ who: WhoIsWhoHouse) async throws -> [String: String?] {
        let draft = try await SampleReport(house)
        let final = try await SampleReport(house, titled: "Plan")
        let (pdf, annex) = (SmallPDF.saying("Streets"), ["title": "Streets", "shows": "A map."])
        let (drafted, finished) = (
            try await draft.add(annex, file: "map.pdf", pdf), try await final.add(annex, file: "map.pdf", pdf)
        )
        try await final.complete(for: who.body)
        try await final.finish()
        let (path, own) = ("/reports/{report}", draft.address)
        var samples: [String: String?] = [path: own]
        let plain = [
            "/edit", "/report.pdf", "/versions", "/comparison", "/clearance", "/completion", "/comments", "/finals",
            "/draft",
            "/withdrawal", "/resumption",
        ]
        for rest in plain { samples[path + rest] = own + rest }
        for rest in ["", "/report.pdf"] {
            samples[path + "/finals/{final}" + rest] = final.address + "/finals/1" + rest
        }
        for rest in ["", "/edit"] { samples[path + "/parts/{part}" + rest] = own + "/parts/summary" + rest }
        for rest in ["", "/answer"] {
            samples[path + "/clearance/{implication}" + rest] = own + "/clearance/legal" + rest
        }
        for rest in ["", "/new"] { samples[path + "/lists/{list}" + rest] = own + "/lists/sections" + rest }
        for rest in ["", "/edit", "/up", "/down", "/removal", "/return"] {
            samples[path + "/lists/{list}/{item}" + rest] = own + "/lists/sections/\(draft.section)" + rest
        }
        samples[path + "/annexes"] = own + "/annexes"
        for rest in ["", "/file"] { samples[path + "/annexes/{item}" + rest] = own + "/annexes/\(drafted)" + rest }
        samples[path + "/finals/{final}/annexes/{item}/file"] = final.address + "/finals/1/annexes/\(finished)/file"
        samples[path + "/comments/{comment}/answers"] = own + "/comments/00000000-0000-7000-8000-000000000009/answers"
        return samples
    }
}
