import DataFiles
import Foundation
import Membership
import Storage

/// Something that is entered of an example on its day.
struct ExampleDeed: Sendable {
    let at: Date
    /// As the built-in officer.
    let run: @Sendable (PartnershipSite, Member) async throws -> Void

    init(at time: Date, _ run: @escaping @Sendable (PartnershipSite, Member) async throws -> Void) {
        (at, self.run) = (time, run)
    }
}

/// All that an example’s committees did, in the order in which it happened: what a meeting decides is about what came before it.
struct ExampleTimeline: Sendable {
    /// At one time in the order in which they are given.
    let deeds: [ExampleDeed]

    /// Enters it by the way everything takes.
    ///
    /// - Throws: `DataFileError` where a fact names what is not there; whatever the stores refuse.
    func enter(into site: PartnershipSite) async throws {
        let (installation, time) = (site.installation, site.installation.now())
        let first = FirstOfficerStore(installation.database, identities: installation.identities)
        guard let officer = try await first.member(of: Program.permissions, at: time) else { return }
        let inOrder = deeds.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
        for (_, deed) in inOrder { try await deed.run(site, officer) }
    }
}

/// Reads the days that an example’s file tells.
struct ExampleDays: Sendable {
    let file: String

    func day(_ text: String) throws(DataFileError) -> Day {
        guard let day = Day(text) else { throw failure("the day ‘\(text)’") }
        return day
    }

    func moment(_ text: String, hour: Int = 12) throws(DataFileError) -> Date {
        guard let time = TimeOfDay(hour: hour, minute: 0) else { throw failure("the hour \(hour)") }
        return time.moment(on: try day(text))
    }

    func failure(_ what: String) -> DataFileError {
        DataFileError(
            file: file, problem: "\(what) is not in the example’s tables, or cannot be read",
            advice: "Take the file as it was published.")
    }
}

extension ExampleFolder {
    /// Reports, meetings with their minutes, recommendations and decisions.
    ///
    /// - Throws: `DataFileError` where a file cannot be read.
    func committees() throws -> ExampleTimeline {
        try ExampleTimeline(
            deeds: report.deeds() + recommendations.deeds() + meetings.deeds() + decisions.deeds())
    }
}
