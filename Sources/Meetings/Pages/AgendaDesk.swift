import Foundation
import Membership
import Storage
import Web
import WorkingDays

extension MeetingDesks {
    /// By which day the agenda is due, and what notice it gives if it is published now; nil where no rules hold.
    func notice(of found: Found) async throws -> (deadline: Deadline, given: NoticeGiven)? {
        let closures = try await rules.closures().asDays
        guard let deadline = try await deadlines(of: found, closures)?[.agenda] else { return nil }
        let days = ClearDays(
            deadline.count, counting: deadline.counting, closures: closures, cutoff: deadline.cutoff)
        return (deadline, days.notice(publishedAt: moment, before: found.meeting.day))
    }

    /// From when notice is counted: now, or noon of the day it is for readers of an example.
    var moment: Date {
        let (now, today) = (now(), today())
        return Day(now) == today ? now : TimeOfDay(minutes: 12 * 60)?.moment(on: today) ?? now
    }

    /// Whether the day has passed until which an agenda can be published in time.
    func isLate(_ found: Found) async throws -> Bool {
        try await notice(of: found).map { $0.given.day > $0.deadline.day } ?? false
    }

    /// Reports that are finished for the body and were put on none of its agendas, or in a later version than there.
    func waitingReports(for found: Found) async throws -> [FinishedReport] {
        let finished = try await reports.finished(for: found.body.id)
        guard !finished.isEmpty else { return [] }
        var known: Set<String> = []
        for meeting in try await meetings.meetings(of: found.body.id) where !meeting.isCalledOff {
            for paper in try await agendas.agenda(of: meeting.id).standing.flatMap(\.standing) {
                if case .report(let address, let version) = paper.content { known.insert("\(address) \(version)") }
            }
        }
        return finished.filter { !known.contains("\($0.address) \($0.version)") }
    }

    /// Puts a report on the agenda: with an item of its own, or in the place of an earlier version of it.
    func put(_ report: FinishedReport, on found: Found, by actor: Entry.Actor, at time: Date) async throws {
        let earlier = try await agendas.agenda(of: found.meeting.id).standing.first { $0.earlier(report) != nil }
        if let earlier {
            try await add(report, titled: report.title, to: earlier, of: found, by: actor, at: time)
            return
        }
        let id = try await agendas.add(
            AgendaItemDetails(
                // The title of what is kept from the public may tell what it is about: the clerk gives it one that does not.
                kind: .report,
                title: report.withholding.isOpen ? report.title : "A report that is kept from the public",
                text: report.asks, withholding: report.withholding),
            to: found.meeting.id, by: actor, at: time)
        guard let item = try await agendas.agenda(of: found.meeting.id).items.first(where: { $0.id == id }) else {
            return
        }
        try await add(report, titled: report.title, to: item, of: found, by: actor, at: time)
    }

    /// Lays a report before the meeting with an item, in the place of an earlier version of it, and tells whoever follows what it
    /// recommends.
    func add(
        _ report: FinishedReport, titled title: String, to item: AgendaItem, of found: Found, by actor: Entry.Actor,
        at time: Date
    ) async throws {
        let arising = try await arisingMeeting(found)
        try await agendas.add(
            .report(report.address, version: report.version), titled: title, to: item.id, of: found.meeting.id,
            replacing: item.earlier(report)?.id, by: actor, at: time
        ) { [arisingDesk] db in
            try arisingDesk.put("report \(report.address)", at: arising, by: actor, at: time, in: db)
        }
    }

    /// The meeting as those who keep what waits for it need it.
    func arisingMeeting(_ found: Found) async throws -> ArisingMeeting {
        let earlier = try await meetings.meetings(of: found.body.id).filter {
            $0.day < found.meeting.day && !$0.isCalledOff
        }
        let named = try await minutesNamed(onAgendasOf: earlier + [found.meeting], body: found.body)
        return ArisingMeeting(
            meeting: found.meeting, body: found.body, unconfirmed: earlier.filter { !named.contains($0.id) })
    }

    /// What waits for a meeting and did not come onto its agenda yet, and what came without the paper that there is of it now.
    func arising(_ found: Found) async throws -> [ArisingMatter] {
        let (places, meeting) = (try await places.places(on: found.meeting.id), try await arisingMeeting(found))
        let known = Set(places.map(\.key))
        var all = try await arisingDesk.arising(at: meeting).filter { !known.contains($0.key) }
        let standing = try await agendas.agenda(of: found.meeting.id).standing.filter(\.papers.isEmpty)
        for place in places where place.paper == nil {
            guard let item = standing.first(where: { $0.id == place.item }),
                let paper = try await arisingDesk.paper(of: place.key, at: meeting)
            else { continue }
            all.append(
                ArisingMatter(place.key, item.details, why: "‘\(paper.title)’ can be laid before the meeting now."))
        }
        return all
    }

    /// Puts what waits on the agenda; of what is on it already, the paper that there was not then.
    func put(
        _ matters: [ArisingMatter], after standing: [AgendaItemDetails] = [], on found: Found, by actor: Entry.Actor
    ) async throws {
        let meeting = try await arisingMeeting(found)
        let known = try await places.places(on: found.meeting.id)
        var all: [(matter: ArisingMatter, paper: ArisingPaper?)] = []
        for matter in matters {
            let paper = try await arisingDesk.paper(of: matter.key, at: meeting)
            guard let place = known.first(where: { $0.key == matter.key }) else {
                all.append((matter, paper))
                continue
            }
            guard let paper else { continue }
            try await agendas.add(
                .text(paper.text), titled: paper.title, to: place.item, of: found.meeting.id, by: actor, at: now())
        }
        guard !all.isEmpty || !standing.isEmpty else { return }
        try await places.put(all, after: standing, on: meeting, telling: arisingDesk, by: actor, at: now())
    }

    /// What papers of the records say now, of those that no edition holds yet.
    func freshTexts(_ found: Found, _ agenda: Agenda) async throws -> [ID<AgendaPaper>: String] {
        let published = Set(agenda.editions.flatMap { $0.contents.items.flatMap(\.papers).map(\.id) })
        let places = try await places.places(on: found.meeting.id).filter { place in
            place.paper.map { !published.contains($0.description) } ?? false
        }
        guard !places.isEmpty else { return [:] }
        let meeting = try await arisingMeeting(found)
        var fresh: [ID<AgendaPaper>: String] = [:]
        for place in places {
            guard let paper = place.paper, let made = try await arisingDesk.paper(of: place.key, at: meeting) else {
                continue
            }
            fresh[paper] = made.text
        }
        return fresh
    }

    /// Where everybody can follow what came onto the agenda, by its item.
    func publicPlaces(_ found: Found) async throws -> [String: String] {
        var all: [String: String] = [:]
        for place in try await places.places(on: found.meeting.id) {
            all[place.item.description] = try await arisingDesk.publicPlace(of: place.key)
        }
        return all
    }

    /// Those of these meetings whose minutes an agenda of the body names already.
    func minutesNamed(onAgendasOf earlier: [Meeting], body: Body) async throws -> Set<ID<Meeting>> {
        var titles: Set<String> = []
        for meeting in earlier {
            titles.formUnion(
                try await agendas.agenda(of: meeting.id).standing.filter { $0.details.kind == .minutes }.map(\.title))
        }
        return Set(
            earlier.filter { titles.contains(AgendaItemDetails.minutes(of: $0, body: body.name).title) }.map(\.id))
    }

    /// Whether somebody may read what is kept from the public: who sits on the body, and who makes up its agendas.
    func seesWithheld(of found: Found, _ member: Member) -> Bool {
        member.may(.arrangeMeetings) || isSeated(member, on: found.body, in: found.structure)
    }
}

extension AgendaItem {
    /// The paper in which it has a report already.
    fileprivate func earlier(_ report: FinishedReport) -> AgendaPaper? {
        standing.first { paper in
            if case .report(report.address, _) = paper.content { return true }
            return false
        }
    }
}

extension Agenda {
    /// The same with what papers of the records say now.
    func saying(_ fresh: [ID<AgendaPaper>: String]) -> Agenda {
        guard !fresh.isEmpty else { return self }
        let items = items.map { item in
            AgendaItem(
                id: item.id, number: item.number, details: item.details,
                papers: item.papers.map { paper in
                    guard let text = fresh[paper.id] else { return paper }
                    return AgendaPaper(
                        id: paper.id, title: paper.title, content: .text(text), replaces: paper.replaces,
                        isTakenOff: paper.isTakenOff, addedBy: paper.addedBy, addedAt: paper.addedAt)
                }, isTakenOff: item.isTakenOff, revision: item.revision)
        }
        return Agenda(meeting: meeting, items: items, editions: editions)
    }

    /// The order with one item a step further up or down among those that stand.
    func moved(_ item: ID<AgendaItem>, up: Bool) -> [ID<AgendaItem>] {
        var order = items.map(\.id)
        let standing = standing.map(\.id)
        guard let place = standing.firstIndex(of: item) else { return order }
        let other = up ? place - 1 : place + 1
        guard standing.indices.contains(other), let one = order.firstIndex(of: item),
            let two = order.firstIndex(of: standing[other])
        else { return order }
        order.swapAt(one, two)
        return order
    }
}
