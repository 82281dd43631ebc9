import Foundation
import Hummingbird
import Membership
import Storage
import Web

/// `/activity`, what everybody did, and `/account/activity`, what one did oneself.
public struct ActivityRoutes: Sendable {
    private let log: ActivityLog
    private let people: PersonStore

    public init(_ database: Database, identities: Identities, log: ActivityLog) {
        self.log = log
        people = PersonStore(database, identities: identities)
    }

    public func add(to routes: inout Routes) {
        let now = routes.site.now
        routes.members(.get, "/activity", may: .readActivity, use: list)
        // Taking entries away is a deed that leaves one, so it is no mere look.
        routes.members(.post, "/activity/download", may: .readActivity) { form, context in
            try await download(Self.typed { form["\($0)"] }, context, at: now())
        }
        routes.members(.get, "/account/activity", may: .keepOwnAccount) { request, context in
            let reader = log.reader(context.session)
            let part = try await part(request) { position, count in
                try await log.items(
                    log.ownQuestion(of: reader), count, from: position, to: reader, isOwn: true)
            }
            return .page(OwnActivityPage(part: part).page)
        }
    }

    private func list(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let (typed, reader) = (Self.typed { request.asked($0) ?? "" }, log.reader(context.session))
        var page = ActivityPage(visit: context.visit, typed: typed, reader: reader, people: try await people.people())
        do {
            let question = try ActivityFilter(typed).question(for: reader, jobs: try await jobs(typed))
            page.part = try await part(request) { position, count in
                try await log.items(question, count, from: position, to: reader)
            }
            page.thing = try await thing(question, for: reader)
            return .page(page.page)
        } catch let refusals as Refusals {
            page.refusals = refusals
            return .page(page.page, status: .unprocessableContent)
        }
    }

    /// The name of the one thing that was asked for, where the reader may read of such things.
    private func thing(_ question: EntryQuestion, for reader: ActivityReader) async throws -> String? {
        let kinds = Set(reader.sorts.map(\.kind))
        guard let subject = question.subjects?.first(where: { kinds.contains($0.kind) }) else { return nil }
        return try await log.name(of: subject)
    }

    private func jobs(_ typed: ActivityFilter.Typed) async throws -> [String] {
        typed.who == ActivityFilter.program ? try await log.jobs() : []
    }

    /// A page of entries from where the address says; the newest, where there is nothing.
    private func part(
        _ request: Request, _ items: (EntryPosition, Int) async throws -> [ActivityItem]
    ) async throws -> ActivityPart {
        let position = EntryPosition(before: request.asked("before"), after: request.asked("after"))
        let found = try await items(position, ActivityPart.size + 1)
        if found.isEmpty, position.isAfter {
            return ActivityPart(try await items(.newest, ActivityPart.size + 1), from: .newest)
        }
        return ActivityPart(found, from: position)
    }

    private func download(
        _ typed: ActivityFilter.Typed, _ context: MemberContext, at time: Date
    ) async throws -> Reply {
        let reader = log.reader(context.session)
        guard let filter = try? ActivityFilter(typed) else { return .redirect(to: typed.address()) }
        let question = filter.question(for: reader, jobs: try await jobs(typed))
        var (csv, position) = (ActivityCSV(), EntryPosition.newest)
        while csv.count < ActivityCSV.most {
            let items = try await log.items(question, ActivityCSV.stride, from: position, to: reader)
            for item in items { csv.add(item) }
            guard items.count == ActivityCSV.stride, let last = items.last else { break }
            position = .before(last.number)
        }
        try await log.noteDownload(of: csv.count, by: context.member, at: time)
        let day = Day(time).description
        return Reply.download(csv.bytes, type: "text/csv; charset=utf-8", named: "activity-\(day).csv").neverKept()
    }

    /// Characters that cannot be seen are in no name of ours, and not every engine can look for them.
    private static func typed(_ answer: (StaticString) -> String) -> ActivityFilter.Typed {
        func asked(_ name: StaticString) -> String {
            let text = answer(name).trimmingCharacters(in: .whitespacesAndNewlines)
            return text.unicodeScalars.contains { $0.value < 0x20 } ? "" : text
        }
        return ActivityFilter.Typed(
            who: asked("who"), act: asked("act"), kind: asked("kind"), thing: asked("thing"),
            outcome: asked("outcome"), from: asked("from"), until: asked("until"))
    }
}

extension EntryPosition {
    fileprivate var isAfter: Bool { if case .after = self { true } else { false } }
}
