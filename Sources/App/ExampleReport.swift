import DataFiles
import Foundation
import Membership
import Recommendations
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
        let again: Again?
    }

    /// What became of it after it was final: opened again, worded anew, cleared and finished again.
    private struct Again: Decodable {
        let opened: String
        let why: String
        let recommendations: [[String: String]]
        /// The headings of sections that are worded anew; how stands in `report.md` under "Again: " and the heading.
        let sections: [String]
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

    /// Before the heading of a section that is worded anew.
    private static let again = "Again: "

    private let facts: Facts
    private let days = ExampleDays(file: fileNames[0])
    /// Under the headings of the first level, in their order.
    private let texts: [(heading: String, text: String)]

    /// - Parameter files: by their names.
    /// - Throws: `DecodingError`
    init(files: [String: [UInt8]]) throws {
        facts = try JSONDecoder().decode(Facts.self, from: Data(files[Self.fileNames[0]] ?? []))
        texts = HeadedTexts(files[Self.fileNames[1]] ?? []).all
    }

    /// Written, cleared and finished on the days that its files tell.
    ///
    /// - Throws: `DataFileError` where a day cannot be read.
    func deeds() throws -> [ExampleDeed] {
        let first = ExampleDeed(at: try days.moment(facts.begun)) { site, officer in
            try await begin(site, officer)
        }
        guard let again = facts.again else { return [first] }
        return [first, ExampleDeed(at: try days.moment(again.opened, hour: 9)) { try await reopen(again, $0, $1) }]
    }

    private func begin(_ site: PartnershipSite, _ officer: Member) async throws {
        let (bodies, begun) = (try await site.bodies(), try days.moment(facts.begun))
        let people = try await PersonStore(site.installation.database, identities: site.installation.identities)
            .people()
        let report = try await site.reportsDesk.reports.begin(facts.title, by: officer.actor, at: begun)
        let desk = ExampleReportDesk(
            contents: site.reportsDesk.contents, report: report, officer: officer.actor, time: begun)
        try await write(desk, bodies: bodies, people: people)
        for clearance in facts.clearances { try await ask(clearance, about: report, people, officer, site) }
        try await finish(report, facts.clearances, on: facts.finished, people, officer, site)
    }

    private func reopen(_ again: Again, _ site: PartnershipSite, _ officer: Member) async throws {
        let (desk, time) = (site.reportsDesk, try days.moment(again.opened, hour: 9))
        let people = try await PersonStore(site.installation.database, identities: site.installation.identities)
            .people()
        let day = try days.day(again.opened)
        let known = try await desk.reports.reports(for: officer, on: day)
        guard let report = known.first(where: { $0.report.title == facts.title })?.report.id else {
            throw days.failure("‘\(facts.title)’")
        }
        try await desk.finishing.reopen(report, because: again.why, by: officer.actor, at: time)
        // Each has the identifier by which it is followed.
        let followed = try await site.committees.recommendations.threads.threads().filter {
            $0.start.from == facts.title
        }
        for (thread, var one) in zip(followed, again.recommendations) {
            guard let item = ID<ReportItem>(thread.id.description) else { continue }
            let place = ReportPlace.item(.recommendations, item)
            one["body"] = try await site.bodies().first { $0.name == one["body"] }.map { "\($0.id)" }
            try await desk.contents.save(
                PartAnswers(one), at: place, of: report, after: desk.contents.newest(of: report, at: place),
                by: officer.actor, at: time)
        }
        try await rewrite(again.sections, of: report, desk, by: officer, at: time)
        try await finish(report, again.clearances, on: again.finished, people, officer, site)
    }

    private func rewrite(
        _ sections: [String], of report: ID<Report>, _ desk: ReportsDesk, by officer: Member, at time: Date
    ) async throws {
        for heading in sections {
            guard let text = texts.first(where: { $0.heading == Self.again + heading })?.text,
                let place = try await desk.contents.section(heading, of: report)
            else { throw days.failure("‘\(heading)’") }
            try await desk.contents.save(
                PartAnswers(["heading": heading, "text": text]), at: place, of: report,
                after: desk.contents.newest(of: report, at: place), by: officer.actor, at: time)
        }
    }

    /// Has it cleared, and finishes it.
    private func finish(
        _ report: ID<Report>, _ clearances: [Clearance], on finished: String, _ people: [Participant],
        _ officer: Member, _ site: PartnershipSite
    ) async throws {
        for clearance in clearances { try await clear(clearance, of: report, people, officer, site) }
        let day = try days.day(finished)
        guard let opened = try await site.reportsDesk.reports.open(report, by: officer, on: day) else { return }
        try await site.reportsDesk.finish(
            report, asShownIn: opened.report.newest, on: day, by: officer.actor, at: days.moment(finished))
    }

    private func write(_ desk: ExampleReportDesk, bodies: [Body], people: [Participant]) async throws {
        func body(_ name: String) throws -> String {
            guard let found = bodies.first(where: { $0.name == name }) else { throw days.failure("the body ‘\(name)’") }
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
        for (heading, text) in texts where !heading.hasPrefix(Self.again) {
            if let part = parts[heading] {
                try await desk.set(["text": text], at: part)
            } else if heading.hasPrefix("Annex: ") {
                try await desk.add(["title": String(heading.dropFirst("Annex: ".count)), "text": text], to: .annexes)
            } else {
                try await desk.add(["heading": heading, "text": text], to: .sections)
            }
        }
    }

    private func ask(
        _ clearance: Clearance, about report: ID<Report>, _ people: [Participant], _ officer: Member,
        _ site: PartnershipSite
    ) async throws {
        let (implication, person) = try who(clearance, people)
        try await site.reportsDesk.clearances.ask(
            person.id, toClear: implication, of: report, by: days.day(clearance.due), as: officer.actor,
            at: days.moment(facts.begun))
    }

    private func clear(
        _ clearance: Clearance, of report: ID<Report>, _ people: [Participant], _ officer: Member,
        _ site: PartnershipSite
    ) async throws {
        let ((implication, person), desk) = (try who(clearance, people), site.reportsDesk)
        guard let opened = try await desk.reports.open(report, by: officer, on: days.day(clearance.on)) else { return }
        try await desk.clearances.answer(
            .signed, "The day is made up for this example.", about: implication, of: report,
            asShownIn: opened.report.newest, by: person.id,
            as: .member(person.id, name: person.name), at: days.moment(clearance.on, hour: 11))
    }

    private func who(_ clearance: Clearance, _ people: [Participant]) throws -> (Implication, Participant) {
        guard let implication = Implication(rawValue: clearance.implication),
            let person = people.first(where: { $0.name == clearance.of })
        else { throw days.failure("the clearance by ‘\(clearance.of)’") }
        return (implication, person)
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
