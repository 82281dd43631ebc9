import Storage
import Wording

/// Writes what follows from what was entered: who was there, who declared what, how a motion went.
struct MinutesDrafting {
    private let record: MinutesRecord
    private let meeting: MinutedMeeting

    init(_ record: MinutesRecord) {
        (self.record, meeting) = (record, record.meeting)
    }

    /// The one who presided first, then in the order of the body; officers who have a seat are in attendance and say so.
    var present: [String] {
        let came = meeting.seats.filter { record.attendance[$0.key]?.cameAtAll == true }
        let chair = record.presiding ?? came.first(where: \.isChair)?.key
        let ordered = came.filter { $0.key == chair } + came.filter { $0.key != chair }
        return ordered.map { seat in
            let name = record.name(of: seat.key)
            if seat.key == chair { return "\(name) (Chair)" }
            return seat.isVoting ? name : "\(name) (\(seat.title), without a vote)"
        }
    }

    func item(_ item: MinutedMeeting.Item, number: Int?) -> MinutesDocument.Item {
        let own = record[item.key]
        var next = 1
        var decisions = own.motions.map { decided($0, &next) }
        decisions += own.decisions.map { decision in
            MinutesDocument.Decided(
                before: [], style: style(decision), points: points(decision, &next), after: [])
        }
        return MinutesDocument.Item(
            key: item.key, number: number, title: item.title, isWithheld: item.isWithheld,
            notes: notes(item, own),
            discussion: [own.discussion, item.brought].filter { !$0.isEmpty }.joined(separator: "\n\n"),
            decisions: decisions,
            actions: own.actions.map(action), summary: item.isWithheld ? own.summary.text : "")
    }

    // MARK: What is written by itself

    private func notes(_ item: MinutedMeeting.Item, _ own: MinutesRecord.ItemRecord) -> [String] {
        var notes: [String] = []
        if !own.urgency.isEmpty {
            notes.append("The chair took this item as urgent, for this reason: \(own.urgency)".withFullStop)
        }
        switch item.kind {
        case .apologies: notes += apologies
        case .declarations: notes += declarations
        case .exclusion, .other: notes += referring(item, own.declarations)
        }
        return notes + comings(in: item.key)
    }

    private var apologies: [String] {
        let said = meeting.seats.compactMap { seat -> String? in
            guard let attendance = record.attendance[seat.key], attendance.hasApologies else { return nil }
            return attendance.presence == .substituted
                ? "\(seat.name), substituted by \(attendance.substitute)" : seat.name
        }
        let absent = meeting.seats.filter { record.attendance[$0.key]?.presence == .absent }.map(\.name)
        let first =
            said.isEmpty
            ? "There were no apologies for absence."
            : "Apologies for absence were received from \(said.joined(separator: "; "))."
        return [first] + (absent.isEmpty ? [] : ["Absent without apologies: \(absent.inWords)."])
    }

    /// All of the meeting, under the item where they are asked for. What was declared in withheld items is not told here.
    private var declarations: [String] {
        let all = meeting.items.filter { !$0.isWithheld }.flatMap { item in
            record[item.key].declarations.map { one in
                item.kind == .declarations
                    ? sentence(one) : "On item \(item.number), ‘\(item.title)’: \(sentence(one))"
            }
        }
        return all.isEmpty ? ["There were no declarations of interest."] : all
    }

    /// Under the item itself: who declared one, where the whole of it stands among the declarations; the whole of it where it stands
    /// nowhere else.
    private func referring(_ item: MinutedMeeting.Item, _ own: [Declaration]) -> [String] {
        let place = meeting.items.first { $0.kind == .declarations && !$0.isWithheld }
        guard !item.isWithheld, let place else { return own.map(sentence) }
        var seen: Set<String> = []
        let names = own.map(name).filter { seen.insert($0).inserted }
        guard !names.isEmpty else { return [] }
        return ["\(names.inWords) declared an interest in this item: see ‘\(place.title)’."]
    }

    /// Interests that were declared on an item, a sentence each.
    func interests(on item: String) -> [String] { record[item].declarations.map(sentence) }

    private func name(_ one: Declaration) -> String { one.seat.isEmpty ? one.name : record.name(of: one.seat) }

    private func sentence(_ one: Declaration) -> String {
        "\(name(one)) declared \(one.kind.withArticle): \(one.nature). They \(one.action.words)."
    }

    private func comings(in item: String) -> [String] {
        meeting.seats.flatMap { seat -> [String] in
            guard let attendance = record.attendance[seat.key], attendance.cameAtAll else { return [] }
            let name = record.name(of: seat.key)
            var said: [String] = []
            if let arrival = attendance.arrival, arrival.item == item {
                said.append("\(name) arrived during this item\(time(arrival)).")
            }
            if let leaving = attendance.leaving, leaving.item == item {
                said.append("\(name) left during this item\(time(leaving)).")
            }
            return said
        }
    }

    private func time(_ moment: Attendance.Moment) -> String {
        TimeOfDay(moment.time).map { ", at \($0.words)" } ?? ""
    }

    // MARK: Motions and what was decided

    /// How it went, in its order; what was resolved stands after the vote that carried it.
    private func decided(_ motion: Motion, _ next: inout Int) -> MinutesDocument.Decided {
        let question = motion.question
        // Carried as it was moved, its words are those of the resolution.
        let isSaidBelow = motion.state == .carried && motion.amendments.isEmpty
        var before =
            isSaidBelow
            ? [moved(question, "the motion") + "."] : saying(moved(question, "the motion"), question.text)
        for amendment in motion.amendments {
            before += saying(moved(amendment, "an amendment, that the motion read"), amendment.text)
            before.append("The amendment \(became(amendment)).")
            before += votes(amendment)
        }
        let isAmended = motion.amendments.contains { $0.state == .carried }
        let name = isAmended ? "The substantive motion, as amended," : "The motion"
        before.append("\(name) \(became(question)).")
        before += votes(question)
        let isCarried = motion.state == .carried
        return .init(
            before: before, style: isCarried ? style(motion.decision) : "",
            points: isCarried ? points(motion.decision, &next) : [], after: [])
    }

    private func moved(_ question: Question, _ what: String) -> String {
        let mover = record.name(of: question.mover)
        guard let seconder = question.seconder.map(record.name) else { return "\(mover) moved \(what)" }
        return "\(mover) moved, and \(seconder) seconded, \(what)"
    }

    private func became(_ question: Question) -> String {
        if question.state.isOpen { return "is open" }
        return question.state == .lapsed ? question.state.rawValue : "was \(outcome(question))"
    }

    private func outcome(_ question: Question) -> String {
        guard let vote = question.vote else { return question.state.rawValue }
        let counts = "\(vote.count.inFavour) for, \(vote.count.against) against, \(vote.count.abstained) abstaining"
        let casting = vote.casting.map { ", by the casting vote of who presided, \($0.rawValue) it" } ?? ""
        return vote.way == .affirmation
            ? "agreed without a vote"
            : "\(question.state.rawValue)\(vote.way == .ballot ? " by ballot" : "") (\(counts)\(casting))"
    }

    /// Who voted how, where the votes were recorded, or some asked that theirs is.
    private func votes(_ question: Question) -> [String] {
        guard let vote = question.vote, !vote.names.isEmpty else { return [] }
        guard vote.way == .recorded else {
            return meeting.seats.compactMap { seat in
                vote.names[seat.key].map {
                    "\(record.name(of: seat.key)) asked for their own vote to be recorded: they \($0.told)\($0 == .abstained ? "" : " it")."
                }
            }
        }
        return Vote.Choice.allCases.map { choice in
            let names = meeting.seats.filter { vote.names[$0.key] == choice }.map { record.name(of: $0.key) }
            let title = choice == .inFavour ? "For" : choice == .against ? "Against" : "Abstained"
            return "\(title) (\(names.count)): \(names.isEmpty ? "nobody" : names.joined(separator: ", "))."
        }
    }

    private func style(_ decision: Decision) -> String {
        decision.style == .recommended ? "RECOMMENDED to \(decision.to)" : decision.style.title
    }

    private func points(_ decision: Decision, _ next: inout Int) -> [MinutesDocument.Decided.Point] {
        decision.points.map { text in
            defer { next += 1 }
            return .init(number: next, text: text)
        }
    }

    private func action(_ action: ActionPoint) -> String {
        let due = Day(action.due).map { ", by \($0.words)" } ?? ""
        return "\(action.text) (\(action.owner)\(due))"
    }

    /// In the sentence where it is one point, and as a list where there are several.
    private func saying(_ head: String, _ text: String) -> [String] {
        let points = Decision(id: "", style: .resolved, text: text).points
        guard points.count > 1 else { return ["\(head) ‘\(points.first ?? "")’."] }
        return ["\(head):"] + points.enumerated().map { "\($0.offset + 1). \($0.element)" }
    }
}
