import Storage
import Web

/// Reads what a form of the page of minutes asks for.
struct DeedReading {
    private let form: Form
    private let key: String

    init(_ form: Form) {
        (self.form, key) = (form, form["key"])
    }

    private static let longest = 100_000

    /// - Throws: ``MinutesRefusal``
    func change() throws(MinutesRefusal) -> MinutesChange {
        MinutesChange(try deed(), key: key, after: Int(form["after"]) ?? 0)
    }

    private func deed() throws(MinutesRefusal) -> Deed {
        switch form["do"] {
        case "attend": .attend(seat: form["seat"], try attendance())
        case "others": .others(try text("text"))
        case "preside": .preside(seat: form["seat"])
        case "close": .close(time: try time("time"))
        case "discussion": .discussion(item: form["item"], text: try text("text"))
        case "urgency": .urgency(item: form["item"], text: try text("text"))
        case "summary":
            .summary(item: form["item"], .init(text: try text("text"), isNotNeeded: form["not-needed"] == "yes"))
        case "declare": .declare(item: form["item"], try declaration())
        case "act": .act(item: form["item"], try action())
        case "decide": .decide(item: form["item"], try decision())
        case "strike": .strike(item: form["item"], id: form["id"])
        default: try debate()
        }
    }

    private func debate() throws(MinutesRefusal) -> Deed {
        let amendment = form["amendment"].isEmpty ? nil : form["amendment"]
        let place = Deed.QuestionPlace(item: form["item"], motion: form["motion"], amendment: amendment)
        switch form["do"] {
        case "move": return .move(item: form["item"], try decision(), mover: form["seat"])
        case "amend":
            return .amend(
                item: form["item"], motion: form["motion"], id: key, text: try text("text"), mover: form["seat"])
        case "second": return .second(place, seat: form["seat"])
        case "lapse": return .lapse(place)
        case "withdraw": return .withdraw(place, seat: form["seat"], consented: form["consented"] == "yes")
        case "put": return .put(item: form["item"], motion: form["motion"])
        case "affirm": return .vote(place, .affirmation)
        case "hands":
            return .vote(
                place, .hands(try count(), casting: Vote.Choice(rawValue: form["casting"]), asked: names()))
        case "ballot":
            return .vote(place, .ballot(try count(), casting: Vote.Choice(rawValue: form["casting"])))
        case "names": return .vote(place, .recorded(names(), casting: Vote.Choice(rawValue: form["casting"])))
        default: throw .unreadable
        }
    }

    private func count() throws(MinutesRefusal) -> Vote.Count {
        Vote.Count(
            inFavour: try number("in-favour"), against: try number("against"), abstained: try number("abstained"))
    }

    private func names() -> [String: Vote.Choice] {
        let seats = form["seats"].split(separator: " ").map(String.init)
        return Dictionary(
            seats.compactMap { seat in Vote.Choice(rawValue: form["vote-\(seat)"]).map { (seat, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    private func attendance() throws(MinutesRefusal) -> Attendance {
        let presence = Attendance.Presence(rawValue: form["presence"]) ?? .unknown
        return Attendance(
            presence, substitute: presence == .substituted ? try line("substitute") : "",
            arrival: try moment("arrival"), leaving: try moment("leaving"))
    }

    private func moment(_ name: String) throws(MinutesRefusal) -> Attendance.Moment? {
        let (item, time) = (form["\(name)-item"], try time("\(name)-time"))
        return item.isEmpty && time.isEmpty ? nil : .init(item: item, time: time)
    }

    private func declaration() throws(MinutesRefusal) -> Declaration {
        guard let kind = Declaration.Kind(rawValue: form["kind"]),
            let action = Declaration.Action(rawValue: form["action"])
        else { throw .wordsWanted("Say what sort of interest it is, and what was done about it") }
        let name = try line("name")
        return Declaration(
            id: key, seat: name.isEmpty ? form["seat"] : "", name: name, kind: kind, nature: try line("nature"),
            action: action)
    }

    private func decision() throws(MinutesRefusal) -> Decision {
        guard let style = Decision.Style(rawValue: form["style"]) else { throw .unreadable }
        let about = form["about"].isEmpty ? nil : form["about"]
        return Decision(
            id: key, style: style, to: style == .recommended ? try recipient() : "", text: try text("text"),
            about: about, outcome: about == nil || form["outcome"].isEmpty ? nil : form["outcome"],
            goTogether: form["points"] == "together")
    }

    /// A body that was chosen, or whoever else was typed.
    private func recipient() throws(MinutesRefusal) -> String {
        let chosen = try line("to")
        return chosen.isEmpty ? try line("to-other") : chosen
    }

    private func action() throws(MinutesRefusal) -> ActionPoint {
        let due = form["due"].isEmpty ? nil : Day(typed: form["due"])
        guard form["due"].isEmpty || due != nil else {
            throw .wordsWanted("Enter a day of the calendar, like 9/2/2016")
        }
        return ActionPoint(
            id: key, text: try line("text"), owner: try line("owner"), due: due.map { "\($0)" } ?? "")
    }

    private func time(_ name: String) throws(MinutesRefusal) -> String {
        guard !form[name].isEmpty else { return "" }
        guard let time = TimeOfDay(typed: form[name]) else { throw .badTime }
        return time.description
    }

    private func number(_ name: String) throws(MinutesRefusal) -> Int {
        guard !form[name].isEmpty else { return 0 }
        guard let number = Int(form[name]) else { throw .noHands }
        return number
    }

    private func text(_ name: String) throws(MinutesRefusal) -> String {
        let chosen = form["\(name)-choice"].isEmpty ? form[name] : ConflictScreen.text(form, name)
        let text = chosen.withoutUnseen
        guard text.utf8.count <= Self.longest else { throw .wordsWanted("Shorten the text to 100,000 letters") }
        return text
    }

    private func line(_ name: String) throws(MinutesRefusal) -> String {
        let text = form[name].withoutUnseen.replacing("\n", with: " ").replacing("\t", with: " ")
        guard text.count <= 500 else { throw .wordsWanted("Use 500 letters at most") }
        return text
    }
}
