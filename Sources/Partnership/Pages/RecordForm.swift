import Hummingbird
import Membership
import Storage
import Web

/// A form about a record that somebody else may be changing at the same time.
///
/// It carries how each answer was when it was opened. When it is sent, that, what is stored now and what was typed are put
/// together (``FormMerge``), and saved only if what is stored is then still so: otherwise they are put together again. What
/// both changed differently comes back with who saved first, and what is theirs already in the form.
struct RecordForm<Record: Sendable, Details: Sendable>: Sendable {
    let questions: [RecordQuestion]
    let changes: LastChanges
    /// The record as it is now.
    let stored: @Sendable (MemberContext) async throws -> Record
    /// What entries call it.
    let subject: @Sendable (Record) -> Entry.Subject
    /// The answers that are stored.
    let answers: @Sendable (Record) -> Answers
    /// What stands in the form when it is opened, where that is something else.
    var proposed: (@Sendable (Record) -> Answers)?
    let page: @Sendable (Record, Answers, Refusals?) -> FormPage
    let read: @Sendable (Answers) throws -> Details
    /// Whether there is nothing to save, for so it is already.
    var isStored: @Sendable (Record, Details) -> Bool = { _, _ in false }
    /// Saves, if the record is stored as it is given here.
    ///
    /// - Throws: `ChangedMeanwhile` where it is not.
    let save: @Sendable (Record, Details, MemberContext) async throws -> Void
    /// Where it leads once it is saved.
    let done: @Sendable (Record) -> Address

    /// As often as somebody else may save between two looks at a record.
    private static var patience: Int { 20 }

    func add(to routes: inout Routes, at path: String, may permission: Permission) {
        routes.members(.get, path, may: permission, use: open)
        routes.members(.post, path, may: permission, use: take)
    }

    @Sendable
    private func open(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let record = try await stored(context)
        let back = request.asked("back").flatMap { Address(untrusted: $0) }
        return .page(page(of: record, proposed?(record) ?? answers(record), back: back).page(for: context.visit))
    }

    @Sendable
    private func take(_ form: Form, _ context: MemberContext) async throws -> Reply {
        for _ in 1..<Self.patience {
            if let reply = try await attempt(form, context) { return reply }
        }
        let refusals = Refusals("Others are saving this over and over. Wait a moment, and save again")
        let record = try await stored(context)
        return page(of: record, Answers(merge(form, with: record), form), refusals, back: back(form)).refused(
            refusals, for: context.visit)
    }

    /// Nothing where somebody else saved in between.
    private func attempt(_ form: Form, _ context: MemberContext) async throws -> Reply? {
        let record = try await stored(context)
        let merge = merge(form, with: record)
        let back = back(form)
        let done = back ?? done(record)
        // Sent again, it is answered as before, whatever others changed since.
        if !merge.disputed.isEmpty, try await changes.isAnswered(about: subject(record)) {
            return .redirect(to: done)
        }
        let together = Answers(merge, form)
        let meeting = try await meeting(merge, of: record, together, context)
        guard merge.disputed.isEmpty else {
            let refusals = meeting.refusals(besides: faults(in: together))
            return page(of: record, together, refusals, meeting.notice, back: back)
                .refused(refusals, for: context.visit, status: .conflict)
        }
        do {
            return try await answering(
                context.visit, again: { page(of: record, together, $0, meeting.notice, back: back) }
            ) {
                let details = try read(together)
                if !isStored(record, details) { try await save(record, details, context) }
                return merge.taken.isEmpty ? done : done.asking(["saved": "together"])
            }
        } catch is ChangedMeanwhile {
            return nil
        }
    }

    private func merge(_ form: Form, with record: Record) -> FormMerge {
        let theirs = answers(record)
        return FormMerge(
            questions.map(\.question), was: { form.answer(FormMerge.was($0)) }, theirs: { theirs[$0] },
            mine: { form[$0] })
    }

    /// The page, carrying along how the record is now.
    private func page(
        of record: Record, _ answers: Answers, _ refusals: Refusals? = nil, _ notice: Notice? = nil, back: Address?
    ) -> FormPage {
        var page = page(record, answers, refusals)
        if let back { (page.back, page.hidden) = (back, [("back", back.text)]) }
        let known = self.answers(record)
        page.known = questions.map { ($0.name, known[$0.name]) }
        page.notice = notice ?? page.notice
        return page
    }

    /// The page that somebody came from, to which they are led again.
    private func back(_ form: Form) -> Address? { Address(untrusted: form["back"]) }

    private func faults(in answers: Answers) -> Refusals? {
        do {
            _ = try read(answers)
            return nil
        } catch {
            return error as? Refusals
        }
    }

    /// Who changed what meanwhile.
    private func meeting(
        _ merge: FormMerge, of record: Record, _ answers: Answers, _ context: MemberContext
    ) async throws -> Meeting {
        let names = Set((merge.disputed + merge.taken).map(\.name))
        let fields = Set(questions.filter { names.contains($0.name) }.map(\.field))
        let changes = fields.isEmpty ? [:] : try await changes.latest(of: fields, of: subject(record))
        return Meeting(
            merge: merge, questions: questions, fields: page(record, answers, nil).fields, changes: changes,
            reader: context.member.id, now: self.changes.now())
    }
}

extension RecordForm where Details == Day {
    /// The form by which something is given an end. It proposes today.
    ///
    /// - Parameters:
    ///   - today: asked for each time.
    ///   - field: what entries call the end.
    ///   - ask: what to say where no day is given.
    static func ending(
        at today: @escaping @Sendable () -> Day, inEntries field: String, changes: LastChanges,
        stored: @escaping @Sendable (MemberContext) async throws -> Record,
        subject: @escaping @Sendable (Record) -> Entry.Subject, term: @escaping @Sendable (Record) -> Term, ask: String,
        page: @escaping @Sendable (Record, Answers, Refusals?) -> FormPage,
        save: @escaping @Sendable (Record, Day, MemberContext) async throws -> Void,
        done: @escaping @Sendable (Record) -> Address
    ) -> RecordForm {
        RecordForm(
            questions: [RecordQuestion("day", .day, inEntries: field)], changes: changes, stored: stored,
            subject: subject, answers: { Answers(["day": term($0).endsOn?.typed ?? ""]) },
            proposed: { _ in Answers(["day": today().typed]) }, page: page,
            read: { answers in
                var check = Check(answers)
                let day = check.day("day", ask: ask)
                return try check.checked { day }
            }, isStored: { term($0).endsOn == $1 }, save: save, done: done)
    }
}

/// A question of a ``RecordForm``.
struct RecordQuestion: Sendable {
    /// What is an answer to it.
    enum Kind: Sendable {
        case words
        /// In which capitals make no difference.
        case address
        case day
        case list
    }

    let name: String
    /// What entries call it.
    let field: String
    let kind: Kind

    /// - Parameter field: where entries call it something else.
    init(_ name: String, _ kind: Kind = .words, inEntries field: String? = nil) {
        (self.name, self.kind, self.field) = (name, kind, field ?? name)
    }

    var question: FormMerge.Question {
        switch kind {
        case .words: .init(name)
        case .address: .init(name) { $0.lowercased() }
        case .day: .init(name) { Day(typed: $0)?.description ?? $0 }
        case .list: .init(name, isList: true)
        }
    }
}

extension Page {
    /// Says after a form was saved that somebody else’s changes are in too.
    func afterSaving(_ request: Request) -> Page {
        guard request.asked("saved") == "together" else { return self }
        return saying(
            Notice(
                .success, "Saved, together with what somebody else changed",
                "<p>They saved while you were writing, and changed something else: both changes are in.</p>"))
    }
}
