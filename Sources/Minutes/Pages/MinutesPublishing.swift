import Foundation
import Publishing
import Storage
import Web
import Wording

extension MinutesDesk {
    /// What these minutes are called where everybody reads them.
    private func slug(of opened: Opened) -> String? { opened.meeting.announced.map { "\($0.slug)-minutes" } }

    func publication(of opened: Opened) async throws -> Publication? {
        guard let slug = slug(of: opened) else { return nil }
        return try await publications.publication(slug)
    }

    /// Lays the minutes before everybody, without what is kept from them (LGA 1972 s.100C).
    ///
    /// - Parameters:
    ///   - before: the newest version that whoever publishes knows of, 0 where there is none.
    ///   - hasLooked: whether they looked at what summaries have in common with what is kept back.
    /// - Throws: ``MinutesRefusal``, `PublishingRefusal`, `PressError`, `DatabaseFault`
    func publish(
        _ opened: Opened, after before: Int, hasLooked: Bool = false, by actor: Entry.Actor
    ) async throws {
        let meeting = opened.meeting
        guard !meeting.body.isNeverPublic else { throw MinutesRefusal.neverPublic }
        guard let announced = meeting.announced, let slug = slug(of: opened) else { throw MinutesRefusal.notAnnounced }
        guard opened.standing.isCirculated, let document = opened.document else {
            throw MinutesRefusal.wordsWanted("Circulate the draft first")
        }
        let record = opened.record
        if opened.standing.confirmation == nil { try Circulating(record, on: today()).check() }
        try FairRecord(document, record).check(hasLooked: hasLooked)
        let confirmed = opened.standing.confirmation
        let state = confirmed.map { "Confirmed on \($0.on.words)" } ?? "Draft, until a meeting confirms it"
        let time = now()
        let pdf = try await printer.pdf(
            of: document, withClosed: false, state: state, isDraft: confirmed == nil, at: time)
        let draft = VersionDraft(
            .minutes, slug: slug, page: Self.page(of: document, state: state),
            files: [.init("minutes.pdf", title: "The minutes", type: .pdf, bytes: pdf)],
            changes: try await changes(in: document, of: opened),
            record: .minutes(
                PublishedMinutes(
                    document, record, year: try await standings.numbering(of: meeting).year.number,
                    confirmedOn: confirmed?.on.description)))
        try await publications.publish(draft, after: before, by: actor, at: time) { db in
            try db.attach(slug, to: announced.id, as: .minutes, at: time)
        }
    }

    /// What is different from the version that is published.
    private func changes(in document: MinutesDocument, of opened: Opened) async throws -> [String] {
        guard let last = try await publication(of: opened)?.versions.first else { return [] }
        let record = try await record(of: opened.meeting) { $0.at <= last.publishedAt }
        let old = MinutesDocument(record, numbers: opened.standing.numbers)
        let changed = MinutesChanges(from: old, to: document).sentences
        guard let confirmed = opened.standing.confirmation, confirmed.at > last.publishedAt else {
            return changed.isEmpty ? ["Nothing in their words was changed."] : changed
        }
        let words = changed.isEmpty ? "as they were" : "with these changes"
        return ["The meeting of \(confirmed.on.words) confirmed them, \(words)."] + changed
    }

    private static func page(of document: MinutesDocument, state: String) -> FrozenPage {
        FrozenPage(
            "Minutes: \(document.title)", summary: "Minutes of the \(document.noun) of \(document.title).",
            body: """
                <div class="minutes-body">
                <p class="eyebrow">Minutes, \(state)</p>
                <h1>\(document.title)</h1>
                \(MinutesBody(document: document, withClosed: false).html)
                </div>
                """)
    }
}
