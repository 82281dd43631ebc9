import Foundation
import Membership
import Storage

/// A part of a report as somebody saved it.
public struct SavedPart: Sendable, Hashable {
    /// Of all savings of the report, from 1.
    public let number: Int
    let place: ReportPlace
    let answers: PartAnswers
    public let writtenBy: String
    public let writtenAt: Date
}

/// What stands in reports. Each saving of a part is a version of its own.
public struct ContentStore: Sendable {
    private let database: Database
    private let identities: Identities

    public init(_ database: Database, identities: Identities) {
        (self.database, self.identities) = (database, identities)
    }

    /// As many of one list as anybody reads.
    static let mostItems = 60

    /// Every saving of a report, or of a place in it, the newest first.
    ///
    /// - Throws: `DatabaseFault`
    func versions(of report: ID<Report>, at place: ReportPlace? = nil) async throws -> [SavedPart] {
        try await database.read { db in try db.versions(of: report, at: place) }
    }

    /// The number of the newest saving of a place, 0 where there is none.
    ///
    /// - Throws: `DatabaseFault`
    public func newest(of report: ID<Report>, at place: ReportPlace) async throws -> Int {
        try await versions(of: report, at: place).first?.number ?? 0
    }

    /// Where the section of a heading stands; nil where there is none.
    ///
    /// - Throws: `DatabaseFault`
    public func section(_ heading: String, of report: ID<Report>) async throws -> ReportPlace? {
        try await database.read { db in try db.content(of: report) }[.sections].first {
            $0.answers["heading"] == heading
        }
        .map { ReportPlace.item(.sections, $0.id) }
    }

    /// Saves a part, if nobody saved it since the version that its writer began with.
    ///
    /// - Parameter version: the number of the saving that the writer began with, 0 where there was none.
    /// - Throws: ``ReportRefusal``, `DatabaseFault`
    @discardableResult
    public func save(
        _ answers: PartAnswers, at place: ReportPlace, of report: ID<Report>, after version: Int, by actor: Entry.Actor,
        at time: Date
    ) async throws -> Int {
        let entry = Entry(
            .reportWritten, of: .init("report", report), by: actor, at: time,
            changes: [.init("part", from: String?.none, to: place.list?.title ?? place.description)])
        return try await database.write(entry) { db in
            try db.requireDraft(report)
            if case .item(let list, let id) = place {
                guard try db.order(of: list, in: report).ids.contains(id) else { throw ReportRefusal.notHere }
            }
            guard try db.versions(of: report, at: place).first?.number ?? 0 == version else {
                throw ReportRefusal.savedMeanwhile
            }
            return try db.save(answers, at: place, of: report, by: actor, at: time)
        }
    }

    /// Adds something to the end of a list.
    ///
    /// - Throws: ``ReportRefusal``, `DatabaseFault`
    @discardableResult
    public func add(
        _ answers: PartAnswers, to list: ReportList, of report: ID<Report>, by actor: Entry.Actor, at time: Date
    ) async throws -> ID<ReportItem> {
        let id: ID<ReportItem> = identities.new(at: time)
        let entry = Entry(
            .reportAddedTo, of: .init("report", report), by: actor, at: time,
            changes: [.init("part", from: String?.none, to: list.title)])
        try await database.write(entry) { db in
            try db.requireDraft(report)
            let order = try db.order(of: list, in: report)
            guard order.ids.count < Self.mostItems else { throw ReportRefusal.manyItems(Self.mostItems) }
            if list == .recommendations {
                try db.run(
                    "INSERT INTO recommendation (id, partnership, report) VALUES (\(id), \(db.partnership), \(report))")
            }
            try db.save(answers, at: .item(list, id), of: report, by: actor, at: time)
            try db.save(ItemOrder(order.ids + [id]).answers, at: .order(list), of: report, by: actor, at: time)
        }
        return id
    }

    /// What can be done to the order of a list.
    public enum OrderDeed: String, Sendable, CaseIterable {
        case up, down, removal
        case back = "return"
    }

    /// Moves one of a list, removes it, or puts it back where it stood. What is so already stays so.
    ///
    /// - Throws: ``ReportRefusal``, `DatabaseFault`
    public func order(
        _ id: ID<ReportItem>, _ deed: OrderDeed, in list: ReportList, of report: ID<Report>, by actor: Entry.Actor,
        at time: Date
    ) async throws {
        let entry = Entry(
            deed == .removal ? .reportRemovedFrom : deed == .back ? .reportReturnedTo : .reportReordered,
            of: .init("report", report), by: actor, at: time,
            changes: [.init("part", from: String?.none, to: list.title)])
        try await database.write(entry) { db in
            try db.requireDraft(report)
            let orders = try db.versions(of: report, at: .order(list)).map { ItemOrder($0.answers) }
            guard orders.contains(where: { $0.ids.contains(id) }) else { throw ReportRefusal.notHere }
            let now = orders.first ?? ItemOrder([])
            let next: ItemOrder? =
                switch deed {
                case .up: now.moving(id, up: true)
                case .down: now.moving(id, up: false)
                case .removal: now.removing(id)
                case .back: orders.first { $0.ids.contains(id) }.flatMap { now.returning(id, asIn: $0) }
                }
            guard let next else { return }
            try db.save(next.answers, at: .order(list), of: report, by: actor, at: time)
        }
    }
}

extension Reading {
    func versions(of report: ID<Report>, at place: ReportPlace? = nil) throws -> [SavedPart] {
        let here: SQL = place.map { "place = \($0)" } ?? "TRUE"
        return try rows(
            """
            SELECT * FROM report_part WHERE partnership = \(partnership) AND report = \(report) AND \(here)
            ORDER BY number DESC
            """
        ).map { row in
            SavedPart(
                number: try row("number"), place: try row("place"),
                answers: (try row("answers") as JSON<PartAnswers>).content, writtenBy: try row("written_by"),
                writtenAt: try row("written_at"))
        }
    }

    /// All that stands in a report, now or as it was at a version.
    func content(of report: ID<Report>, asOf version: Int? = nil) throws -> ReportContent {
        let last = version ?? Int(Int32.max)
        let saved = try rows(
            """
            SELECT place, answers FROM report_part
            WHERE partnership = \(partnership) AND report = \(report) AND number <= \(last) AND number = (
                SELECT MAX(later.number) FROM report_part AS later
                WHERE later.report = report_part.report AND later.place = report_part.place AND later.number <= \(last))
            """
        ).map { row in try (row("place") as ReportPlace, (row("answers") as JSON<PartAnswers>).content) }
        return ReportContent(Dictionary(saved, uniquingKeysWith: { first, _ in first }))
    }

    fileprivate func order(of list: ReportList, in report: ID<Report>) throws -> ItemOrder {
        ItemOrder(try versions(of: report, at: .order(list)).first?.answers ?? PartAnswers())
    }
}

extension Writing {
    /// - Throws: ``ReportRefusal`` where it is none that can be written in.
    func requireDraft(_ id: ID<Report>) throws {
        switch try report(id)?.state {
        case .draft: break
        case .final: throw ReportRefusal.isFinal
        case .withdrawn: throw ReportRefusal.isWithdrawn
        case nil: throw ReportRefusal.notHere
        }
    }

    /// Saves a part, and works out anew what follows from it: what the report is called, who may open it, and by what it is found.
    ///
    /// - Returns: the number of the saving.
    @discardableResult
    func save(
        _ answers: PartAnswers, at place: ReportPlace, of report: ID<Report>, by actor: Entry.Actor, at time: Date
    ) throws -> Int {
        let newest: Int? = try value("SELECT newest FROM report WHERE partnership = \(partnership) AND id = \(report)")
        guard let newest else { throw ReportRefusal.notHere }
        let number = newest + 1
        changed("version", from: newest, to: number)
        try run(
            """
            INSERT INTO report_part (partnership, report, number, place, answers, written_by, written_at)
            VALUES (
                \(partnership), \(report), \(number), \(place), \(JSON(answers)), \(actor.shownName), \(time))
            """)
        try noteFile(answers, of: report, number: number)
        let content = try content(of: report)
        try run(
            """
            UPDATE report SET newest = \(number), changed_at = \(time), title = \(content.title),
                addressed_to = \(content.addressee)
            WHERE partnership = \(partnership) AND id = \(report)
            """)
        if [.authors, .path].contains(place.list) { try note(content, of: report) }
        try indexReport(report, content)
        return number
    }

    /// Who may open it, and where it goes.
    private func note(_ content: ReportContent, of report: ID<Report>) throws {
        try run("DELETE FROM report_author WHERE partnership = \(partnership) AND report = \(report)")
        for person in Set(content.authors).sorted() {
            try run(
                "INSERT INTO report_author (partnership, report, person) VALUES (\(partnership), \(report), \(person))")
        }
        try notePath(content, of: report, isFinal: false)
    }

    func notePath(_ content: ReportContent, of report: ID<Report>, isFinal: Bool) throws {
        try run(
            """
            DELETE FROM report_path
            WHERE partnership = \(partnership) AND report = \(report) AND is_final = \(isFinal)
            """)
        for (position, body) in content.path.enumerated() {
            try run(
                """
                INSERT INTO report_path (partnership, report, body, position, is_final)
                VALUES (\(partnership), \(report), \(body), \(position), \(isFinal))
                """)
        }
    }
}
