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
        case .other: notes += own.declarations.map(sentence)
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
        let all = meeting.items.flatMap { item in
            record[item.key].declarations.map { one in
                item.kind == .declarations || item.isWithheld
                    ? item.isWithheld ? "" : sentence(one) : "On item \(item.number), \(sentence(one))"
            }
        }.filter { !$0.isEmpty }
        return all.isEmpty ? ["There were no declarations of interest."] : all
    }

    private func sentence(_ one: Declaration) -> String {
        let who = one.seat.isEmpty ? one.name : record.name(of: one.seat)
        return "\(who) declared \(one.kind.withArticle): \(one.nature). They \(one.action.words)."
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

    private func decided(_ motion: Motion, _ next: inout Int) -> MinutesDocument.Decided {
        var before = [moved(motion.question, "the motion")]
        for amendment in motion.amendments {
            before.append("\(moved(amendment, "an amendment, that the motion read")) ‘\(oneLine(amendment.text))’.")
            before.append("The amendment was \(outcome(amendment)).")
        }
        guard motion.state == .carried else {
            let text = oneLine(motion.decision.text)
            return .init(
                before: before, style: "", points: [],
                after: ["The motion ‘\(text)’ \(motion.state.isOpen ? "is open" : "was \(outcome(motion.question))")."]
                    + votes(motion.question))
        }
        return .init(
            before: before, style: style(motion.decision), points: points(motion.decision, &next),
            after: ["The motion was \(outcome(motion.question))."] + votes(motion.question))
    }

    private func moved(_ question: Question, _ what: String) -> String {
        let mover = record.name(of: question.mover)
        let isMotion = what == "the motion"
        guard let seconder = question.seconder.map(record.name) else {
            return "\(mover) moved \(what)\(isMotion ? "." : "")"
        }
        return "\(mover) moved, and \(seconder) seconded, \(what)\(isMotion ? "." : "")"
    }

    private func outcome(_ question: Question) -> String {
        guard let vote = question.vote else { return question.state.rawValue }
        let counts = "\(vote.count.inFavour) for, \(vote.count.against) against, \(vote.count.abstained) abstaining"
        let casting = vote.casting.map { ", by the casting vote of who presided, \($0.rawValue) it" } ?? ""
        return vote.way == .affirmation
            ? "agreed without a vote" : "\(question.state.rawValue) (\(counts)\(casting))"
    }

    /// Who voted how, where the votes were recorded.
    private func votes(_ question: Question) -> [String] {
        guard let vote = question.vote, vote.way == .recorded else { return [] }
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

    private func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
