import Hummingbird
import Membership
import Storage
import Web
import Wording
import WorkingDays

/// `/papers`: the meetings somebody sits in, what lies before them, and their own notes on it.
public struct MyPapersRoutes: Sendable {
    private let desk: MyPapersDesk

    public init(_ desk: MyPapersDesk) {
        self.desk = desk
    }

    public func add(to routes: inout Routes) {
        routes.members(.get, "/papers", may: .readOwnPapers) { _, context in
            let member = context.member
            return .page(
                MyPapersPage(
                    meetings: try await desk.seats.meetings(
                        of: member, from: desk.today().adding(days: -MyPapersDesk.daysAfterwards)),
                    notes: try await desk.notes.counts(of: member.id), today: desk.today(),
                    reader: member.id.description
                ).page)
        }
        routes.members(.get, "/papers/{meeting}", may: .readOwnPapers) { _, context in
            let (agenda, notes) = try await opened(context)
            return .page(MeetingPapersPage(agenda: agenda, notes: notes, reading: reading(agenda, context)).page)
        }
        routes.members(.get, "/papers/{meeting}/items/{item}", may: .readOwnPapers) { _, context in
            let (agenda, notes) = try await opened(context)
            guard let item = agenda.item(context.parameters.get("item")) else { throw HTTPError(.notFound) }
            return .page(
                ItemPapersPage(agenda: agenda, item: item, notes: notes, reading: reading(agenda, context)).page)
        }
        routes.members(.post, "/papers/{meeting}/notes", may: .readOwnPapers, use: note)
        routes.members(.get, "/papers/{meeting}/packs/{pack}", may: .readOwnPapers) { _, context in
            let key = context.parameters.get("pack") ?? ""
            return try shown(await desk.seats.pack(key, of: Self.meeting(context), for: context.member))
        }
        routes.members(.get, "/papers/{meeting}/files/{file}", may: .readOwnPapers) { _, context in
            let key = context.parameters.get("file") ?? ""
            return try shown(await desk.seats.file(key, of: Self.meeting(context), for: context.member))
        }
    }

    private func shown(_ paper: PaperBytes?) throws -> Reply {
        guard let paper else { throw HTTPError(.notFound) }
        return .shown(paper.bytes, type: "application/pdf", named: paper.name).neverKept()
    }

    private static func meeting(_ context: MemberContext) throws -> ID<MyMeeting> {
        guard let id = context.parameters.get("meeting").flatMap({ ID<MyMeeting>($0) }) else {
            throw HTTPError(.notFound)
        }
        return id
    }

    private func opened(_ context: MemberContext) async throws -> (MyAgenda, [String: PrivateNote]) {
        let id = try Self.meeting(context)
        guard let agenda = try await desk.seats.agenda(of: id, for: context.member) else {
            throw HTTPError(.notFound)
        }
        return (agenda, try await desk.notes.notes(of: context.member.id, on: id))
    }

    private func reading(
        _ agenda: MyAgenda, _ context: MemberContext, typed: LiveForm.Typed? = nil
    ) -> ReadingMember {
        ReadingMember(
            id: context.member.id.description,
            forms: .init(
                address: "\(agenda.meeting.address)/notes", visit: context.visit,
                key: { (desk.identities.new(at: desk.now()) as ID<NoteChange>).description }, typed: typed))
    }

    // MARK: Notes

    /// What a program that sends notes by itself is told.
    private struct Said: Encodable {
        /// The revision that stands now; nil where nothing was written.
        var number: Int?
        /// The words that stand there now.
        var text: String?
        /// Why it was not written.
        var refused: String?
    }

    private func note(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let (agenda, _) = try await opened(context)
        let key = form["key"]
        let isItem = agenda.item(form["item"]) != nil
        guard isItem || form["item"] == PrivateNote.ofMeeting, (8...80).contains(key.utf8.count) else {
            return try refused(
                "That item is not on this agenda any more. Copy your note to another", form, agenda, context)
        }
        guard form["text"].count <= PrivateNote.longest else {
            return try refused(
                "A note may have \(PrivateNote.longest.counted("character", "characters")), and this has \(form["text"].count.grouped). Shorten it",
                form,
                agenda, context)
        }
        let change = NoteChange(
            item: form["item"], text: form["text"], key: key, after: Int(form["after"]) ?? 0)
        let note = try await desk.notes.write(
            change, on: agenda.meeting.id, of: context.member.id, by: context.member.actor, at: desk.now())
        guard form["as"] != "data" else { return try .json(Said(number: note.revision, text: note.text)) }
        let page: Address = isItem ? "\(agenda.meeting.address)/items/\(form["item"])" : agenda.meeting.address
        return .redirect(to: page)
    }

    private func refused(
        _ reason: String, _ form: Form, _ agenda: MyAgenda, _ context: MemberContext
    ) throws -> Reply {
        guard form["as"] != "data" else { return try .json(Said(refused: reason), status: .unprocessableContent) }
        let reading = reading(
            agenda, context, typed: LiveForm.Typed(form: form["form"], answers: form, refusal: reason))
        return .page(
            MeetingPapersPage(agenda: agenda, notes: [:], reading: reading).page, status: .unprocessableContent)
    }
}
