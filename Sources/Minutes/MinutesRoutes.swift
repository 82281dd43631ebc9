import Hummingbird
import Membership
import Press
import Storage
import Web
import Wording

/// `/committees/meetings/{meeting}/minutes`: minutes as they are taken, read, sent round, confirmed and published.
public struct MinutesRoutes: Sendable {
    private let desk: MinutesDesk

    public init(_ desk: MinutesDesk) {
        self.desk = desk
    }

    public func add(to routes: inout Routes) {
        let path = "/committees/meetings/{meeting}/minutes"
        routes.members(.get, path, may: .readMinutes) { _, context in
            let opened = try await desk.opened(context)
            guard opened.writes, opened.standing.confirmation == nil, !opened.meeting.called.isCalledOff else {
                return .page(ReadingPage(opened: opened, visit: context.visit).page)
            }
            return .page(taking(opened, context).page)
        }
        routes.members(.get, path + "/reading", may: .readMinutes) { _, context in
            .page(ReadingPage(opened: try await desk.opened(context), visit: context.visit).page)
        }
        routes.members(.get, path + "/minutes.pdf", may: .readMinutes, use: printed)
        routes.members(.post, path + "/changes", may: .takeMinutes, use: change)
        StandingRoutes(desk: desk).add(to: &routes)
        ActionRoutes(desk: desk).add(to: &routes)
    }

    private func taking(
        _ opened: MinutesDesk.Opened, _ context: MemberContext, typed: LiveForm.Typed? = nil
    ) -> TakingPage {
        TakingPage(
            opened: opened,
            surroundings: .init(
                address: "\(opened.address)/changes", visit: context.visit,
                key: { (desk.identities.new(at: desk.now()) as ID<MinutesChange>).description }, typed: typed),
            reader: context.member.id.description)
    }

    private func printed(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let opened = try await desk.opened(context)
        guard let document = opened.document else { throw HTTPError(.notFound) }
        let pdf = try await desk.printer.printing.press.status.canDraw ? desk.pdf(of: opened, document) : nil
        guard let pdf else {
            let page = MissingPaper(
                "The PDF could not be made", because: "\(await desk.printer.printing.press.status)",
                instead: Mention(at: "\(opened.address)/reading", titled: "The minutes"), crumbs: opened.crumbs
            ).page
            return .page(page, status: .serviceUnavailable)
        }
        return .shown(pdf, type: "application/pdf", named: "minutes-\(opened.meeting.called.day).pdf").neverKept()
    }

    // MARK: Writing

    /// What a program that sends changes by itself is told.
    private struct Said: Encodable {
        /// The number of the deed; nil where nothing was written.
        var number: Int?
        /// The words that stand there now, where they are not those that were sent.
        var text: String?
        /// Why it was not written.
        var refused: String?
    }

    private func change(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let opened = try await desk.opened(context)
        let isProgram = form["as"] == "data"
        do {
            let change = try DeedReading(form).change()
            return try await write(change, form, opened, context)
        } catch let refusal as MinutesRefusal {
            guard !isProgram else { return try .json(Said(refused: refusal.reason), status: .unprocessableContent) }
            let typed = LiveForm.Typed(form: form["form"], answers: form, refusal: refusal.reason)
            return .page(taking(opened, context, typed: typed).page, status: .unprocessableContent)
        }
    }

    /// As often as somebody else may save between two looks.
    private static let patience = 10

    /// Writes it. A text that somebody else wrote in meanwhile is put together with theirs; where both changed the same words
    /// the second is asked.
    private func write(
        _ change: MinutesChange, _ form: Form, _ opened: MinutesDesk.Opened, _ context: MemberContext
    ) async throws -> Reply {
        var change = change
        for _ in 0..<Self.patience {
            do {
                let number = try await desk.minutes.write(
                    change, into: opened.meeting, by: context.member.actor, at: desk.now(), on: desk.today())
                guard form["as"] != "data" else {
                    // What was sent before may have been put together with another's words then.
                    let written = try await desk.minutes.deed(number, of: opened.meeting)
                    return try .json(Said(number: number, text: written?.text))
                }
                let place = "\(opened.address.text)#\(form["form"])"
                return .redirect(to: Address(untrusted: place) ?? opened.address)
            } catch is ChangedMeanwhile {
                let there = try await desk.minutes.deeds(of: opened.meeting).filter {
                    $0.deed.place == change.deed.place
                }
                guard let theirs = there.last else { throw MinutesRefusal.notHere }
                let was = there.last { $0.number <= change.after }?.deed.text ?? ""
                guard let mine = change.deed.text, let other = theirs.deed.text else {
                    return try both(theirs, nil, form, opened, context)
                }
                let conflict = EditConflict(base: was, theirs: other, mine: mine)
                guard !conflict.isDisputed else { return try both(theirs, conflict, form, opened, context) }
                change = MinutesChange(change.deed.saying(conflict.together), key: change.key, after: theirs.number)
            }
        }
        throw MinutesRefusal.changedMeanwhile
    }

    /// Two changed the same: the second is shown both.
    private func both(
        _ theirs: WrittenDeed, _ conflict: EditConflict?, _ form: Form, _ opened: MinutesDesk.Opened,
        _ context: MemberContext
    ) throws -> Reply {
        let who = "\(theirs.by), \(theirs.at.dayAndTime),"
        if form["as"] == "data" {
            let said = Said(
                number: theirs.number, text: theirs.deed.text,
                refused: "\(who) saved this first. Look at both, and save again what is to stay")
            return try .json(said, status: .conflict)
        }
        guard let conflict else {
            let typed = LiveForm.Typed(
                form: form["form"], answers: form,
                refusal: "\(who) saved this first. Yours stands in the form: save again to keep yours")
            return .page(taking(opened, context, typed: typed).page, status: .conflict)
        }
        let kept = ["do", "form", "item", "not-needed"].map { (name: $0, value: form[$0]) }
        let screen = ConflictScreen(
            conflict, of: "text", "The text", savedBy: who, to: "\(opened.address)/changes", context.visit,
            values: kept + [("key", "\(form["key"].prefix(40))-\(theirs.number)"), ("after", "\(theirs.number)")],
            wayBack: Mention(at: opened.address, titled: "The minutes"))
        return .page(screen.page, status: .conflict)
    }
}
