import DataFiles
import Foundation
import Membership
import Reports
import Storage

/// The report of an example to a committee, as the files in its folder tell it: written, cleared and finished.
struct ExampleReport: Sendable {
    static let fileNames = ["report.json", "report.md"]

    private struct Facts: Decodable {
        let title: String
        let begun: String
        let path: [String]
        let to: String
        let authors: [[String: String]]
        let status: String
        let options: [Option]
        let recommendations: [[String: String]]
        let consultation: [[String: String]]
        let contacts: [[String: String]]
        let clearances: [Clearance]
        let finished: String
    }

    private struct Option: Decodable {
        let name: String
        let text: String
        let recommended: Bool?
    }

    private struct Clearance: Decodable {
        let implication: String
        let of: String
        let due: String
        let on: String
    }

    private let facts: Facts
    /// Under the headings of the first level, in their order.
    private let texts: [(heading: String, text: String)]

    /// - Parameter files: by their names.
    /// - Throws: `DecodingError`
    init(files: [String: [UInt8]]) throws {
        facts = try JSONDecoder().decode(Facts.self, from: Data(files[Self.fileNames[0]] ?? []))
        texts = HeadedTexts(files[Self.fileNames[1]] ?? []).all
    }

    /// Enters it as the built-in officer, on the days that its files tell.
    ///
    /// - Throws: `DataFileError` where a fact names what is not there; whatever the stores refuse.
    func enter(into site: PartnershipSite) async throws {
        let installation = site.installation
        let (database, identities) = (installation.database, installation.identities)
        let first = FirstOfficerStore(database, identities: identities)
        guard let officer = try await first.member(of: Program.permissions, at: installation.now()) else { return }
        let people = try await PersonStore(database, identities: identities).people()
        let bodies = try await BodyStore(database, identities: identities).structure().bodies
        let begun = try moment(facts.begun)
        let report = try await site.reportsDesk.reports.begin(facts.title, by: officer.actor, at: begun)
        let desk = ExampleReportDesk(
            contents: site.reportsDesk.contents, report: report, officer: officer.actor, time: begun)
        try await write(desk, bodies: bodies, people: people)
        for clearance in facts.clearances { try await clear(clearance, of: report, people, officer, site) }
        let (finished, day) = (try moment(facts.finished), try day(facts.finished))
        guard let opened = try await site.reportsDesk.reports.open(report, by: officer, on: day) else { return }
        try await site.reportsDesk.finish(
            report, asShownIn: opened.report.newest, on: day, by: officer.actor, at: finished)
    }

    private func write(_ desk: ExampleReportDesk, bodies: [Body], people: [Participant]) async throws {
        func body(_ name: String) throws -> String {
            guard let found = bodies.first(where: { $0.name == name }) else { throw failure("the body ‘\(name)’") }
            return "\(found.id)"
        }
        for name in facts.path {
            try await desk.add(["body": body(name), "to": name == facts.to ? "yes" : ""], to: .path)
        }
        for var author in facts.authors {
            author["person"] = people.first { $0.name == author["name"] }.map { "\($0.id)" }
            try await desk.add(author, to: .authors)
        }
        try await desk.set(["kind": "unrestricted"], at: .classification)
        try await desk.set(["all": "yes"], at: .wards)
        try await desk.set(["status": facts.status], at: .status)
        try await desk.set(["none": "yes"], at: .background)
        try await writeTexts(desk)
        for option in facts.options {
            try await desk.add(
                ["name": option.name, "text": option.text, "recommended": option.recommended == true ? "yes" : ""],
                to: .options)
        }
        for var one in facts.recommendations {
            one["body"] = try body(one["body"] ?? "")
            try await desk.add(one, to: .recommendations)
        }
        for one in facts.consultation { try await desk.add(one, to: .consultation) }
        for one in facts.contacts { try await desk.add(one, to: .contacts) }
    }

    private func writeTexts(_ desk: ExampleReportDesk) async throws {
        let parts = Dictionary(uniqueKeysWithValues: ReportPart.allCases.map { ($0.title, $0) })
        for (heading, text) in texts {
            if let part = parts[heading] {
                try await desk.set(["text": text], at: part)
            } else if heading.hasPrefix("Annex: ") {
                try await desk.add(["title": String(heading.dropFirst("Annex: ".count)), "text": text], to: .annexes)
            } else {
                try await desk.add(["heading": heading, "text": text], to: .sections)
            }
        }
    }

    private func clear(
        _ clearance: Clearance, of report: ID<Report>, _ people: [Participant], _ officer: Member,
        _ site: PartnershipSite
    ) async throws {
        guard let implication = Implication(rawValue: clearance.implication),
            let person = people.first(where: { $0.name == clearance.of })
        else { throw failure("the clearance by ‘\(clearance.of)’") }
        let desk = site.reportsDesk
        try await desk.clearances.ask(
            person.id, toClear: implication, of: report, by: day(clearance.due), as: officer.actor,
            at: moment(facts.begun))
        guard let opened = try await desk.reports.open(report, by: officer, on: day(clearance.on)) else { return }
        try await desk.clearances.answer(
            .signed, "", about: implication, of: report, asShownIn: opened.report.newest, by: person.id,
            as: .member(person.id, name: person.name), at: moment(clearance.on))
    }

    private func day(_ text: String) throws -> Day {
        guard let day = Day(text) else { throw failure("the day ‘\(text)’") }
        return day
    }

    /// At noon.
    private func moment(_ text: String) throws -> Date { try day(text).moments.lowerBound + 12 * 60 * 60 }

    private func failure(_ what: String) -> DataFileError {
        DataFileError(
            file: Self.fileNames[0], problem: "\(what) is not in the example’s tables, or cannot be read",
            advice: "Take the file as it was published.")
    }
}

/// Writes the parts of one report, one after the other.
private struct ExampleReportDesk {
    let contents: ContentStore
    let report: ID<Report>
    let officer: Entry.Actor
    let time: Date

    func set(_ answers: [String: String], at part: ReportPart) async throws {
        try await contents.save(
            PartAnswers(answers), at: .part(part), of: report, after: 0, by: officer, at: time)
    }

    func add(_ answers: [String: String], to list: ReportList) async throws {
        try await contents.add(PartAnswers(answers), to: list, of: report, by: officer, at: time)
    }
}
