import ScratchDatabases
import Storage
import Testing

@testable import Minutes

@Suite("Minutes hold only what a meeting could have done")
struct MinutesRulesTests {
    private let item = MinutesHouse.items1
    private var place: Deed.QuestionPlace { .init(item: item, motion: "motion-1") }

    @Test("a vote without a quorum is refused with how many are here and needed")
    func quorum() throws {
        var record = try MinutesRecord.with(["saunders", "parsons", "potts"])
        try record.move()
        try record.take(
            .attend(seat: "saunders", Attendance(.present, leaving: .init(item: item, time: "19:40"))))
        #expect(!record.room().isQuorate)
        #expect(throws: MinutesRefusal.inquorate(here: 2, needed: 3)) { try record.take(.vote(place, .affirmation)) }
        #expect(throws: MinutesRefusal.inquorate(here: 2, needed: 3)) {
            try record.take(.decide(item: item, Decision(id: "d", style: .noted, text: "It is noted")))
        }
    }

    @Test("who left, or came late, has a part in what was decided while they were there, whenever it is entered")
    func comingAndGoing() throws {
        let (first, second, third) = (
            MinutesHouse.items[0].description, MinutesHouse.items[1].description, MinutesHouse.items[2].description
        )
        var record = try MinutesRecord.with(["saunders", "parsons", "potts"])
        try record.take(.attend(seat: "potts", Attendance(.present, leaving: .init(item: second, time: "20:15"))))
        try record.take(.attend(seat: "parsons", Attendance(.present, arrival: .init(item: second, time: "19:20"))))

        #expect(record.room(for: first).entitled == ["saunders", "potts"])
        #expect(record.room(for: second).entitled == ["saunders", "parsons"])
        #expect(record.room(for: second).voters == ["saunders", "parsons", "potts"], "they may have voted before")
        #expect(record.room(for: third).voters == ["saunders", "parsons"])
        #expect(record.room().entitled == ["saunders", "parsons"], "of the meeting as it is now")
    }

    @Test("a substitute sits only where the rules allow it, counts for the quorum and votes under their own name")
    func substitutes() throws {
        var strict = MinutesRecord(of: MinutesHouse.meeting(allowsSubstitutes: false))
        #expect(throws: MinutesRefusal.noSubstitutes) {
            try strict.take(.attend(seat: "parsons", Attendance(.substituted, substitute: "Councillor I Gregory")))
        }
        var record = try MinutesRecord.with(["saunders", "potts"])
        #expect(throws: MinutesRefusal.substituteWanted) {
            try record.take(.attend(seat: "parsons", Attendance(.substituted)))
        }
        try record.take(.attend(seat: "parsons", Attendance(.substituted, substitute: "Councillor I Gregory")))
        #expect(record.room().isQuorate)
        #expect(record.name(of: "parsons") == "Councillor I Gregory")
        let document = MinutesDocument(record, numbers: [:])
        #expect(
            document.items[0].notes.first?.contains("Councillor Parsons, substituted by Councillor I Gregory") == true)
        #expect(document.present == ["Councillor Saunders (Chair)", "Councillor I Gregory", "Councillor Potts"])
    }

    @Test("whoever has a disclosable pecuniary interest and no dispensation takes no part in that item")
    func interests() throws {
        var record = try MinutesRecord.with()
        func declaration(_ action: Declaration.Action, _ id: String = "d1") -> Declaration {
            Declaration(id: id, seat: "potts", kind: .pecuniary, nature: "owns the land", action: action)
        }
        for action in [Declaration.Action.stayed, .spokeAndLeft] {
            #expect(throws: MinutesRefusal.takesNoPart("Councillor Potts")) {
                try record.take(.declare(item: item, declaration(action)))
            }
        }
        try record.take(.declare(item: item, declaration(.leftRoom)))
        #expect(!record.room(for: item).entitled.contains("potts"))
        #expect(record.room(for: MinutesHouse.items[0].description).entitled.contains("potts"))
        #expect(throws: MinutesRefusal.notEntitled("Councillor Potts")) { try record.move(by: "potts", seconded: nil) }
        try record.move(seconded: nil)
        #expect(throws: MinutesRefusal.notEntitled("Councillor Potts")) {
            try record.take(.second(place, seat: "potts"))
        }
        try record.take(.second(place, seat: "dexter"))
        #expect(throws: MinutesRefusal.nobodyMore("Councillor Potts")) {
            try record.take(
                .vote(
                    place,
                    .recorded([
                        "saunders": .inFavour, "parsons": .inFavour, "dexter": .against, "campbell": .abstained,
                        "potts": .inFavour,
                    ])))
        }
        var excused = try MinutesRecord.with()
        try excused.take(.declare(item: item, declaration(.dispensation)))
        #expect(excused.room(for: item).entitled.contains("potts"))
    }

    @Test("a meeting that decides a budget records every vote by name, and all who may vote are named")
    func budget() throws {
        var record = try MinutesRecord.with(of: MinutesHouse.meeting(decidesBudget: true))
        try record.move()
        for vote in [Vote.affirmation, .hands(.init(inFavour: 5)), .ballot(.init(inFavour: 5))] {
            #expect(throws: MinutesRefusal.byNameOnly) { try record.take(.vote(place, vote)) }
        }
        #expect(throws: MinutesRefusal.byNameOnly) {
            try record.take(.decide(item: item, Decision(id: "d", style: .resolved, text: "So be it")))
        }
        var names = Dictionary(uniqueKeysWithValues: MinutesHouse.seats.dropLast().map { ($0, Vote.Choice.inFavour) })
        #expect(throws: MinutesRefusal.namesMissing(["Councillor Campbell"])) {
            try record.take(.vote(place, .recorded(names)))
        }
        names["campbell"] = .against
        try record.take(.vote(place, .recorded(names)))
        let decided = MinutesDocument(record, numbers: [:]).items[2].decisions[0]
        #expect(decided.before.last { $0.hasPrefix("Against") } == "Against (1): Councillor Campbell.")
        #expect(decided.style == "RESOLVED" && decided.points.map(\.text) == ["The budget is accepted"])
    }

    @Test("amendments to a budget are voted on by name too")
    func budgetAmendment() throws {
        var record = try MinutesRecord.with(of: MinutesHouse.meeting(decidesBudget: true))
        try record.move()
        try record.take(.amend(item: item, motion: "motion-1", id: "a1", text: "Otherwise", mover: "dexter"))
        let amendment = Deed.QuestionPlace(item: item, motion: "motion-1", amendment: "a1")
        try record.take(.second(amendment, seat: "campbell"))
        #expect(throws: MinutesRefusal.byNameOnly) { try record.take(.vote(amendment, .affirmation)) }
    }

    @Test(
        "a casting vote decides equal votes and nothing else",
        arguments: [
            (2, 2, Vote.Choice.inFavour, Question.State.carried), (2, 2, .against, .lost), (2, 2, nil, .lost),
            (3, 2, nil, .carried), (2, 3, nil, .lost),
        ] as [(Int, Int, Vote.Choice?, Question.State)])
    func casting(inFavour: Int, against: Int, casting: Vote.Choice?, outcome: Question.State) throws {
        var record = try MinutesRecord.with()
        try record.move()
        try record.take(.vote(place, .hands(.init(inFavour: inFavour, against: against), casting: casting)))
        #expect(record[item].motions[0].state == outcome)
    }

    @Test("a casting vote where votes are not equal, or where nobody presides, is refused")
    func noCasting() throws {
        var record = try MinutesRecord.with()
        try record.move()
        #expect(throws: MinutesRefusal.notTied) {
            try record.take(.vote(place, .hands(.init(inFavour: 3, against: 2), casting: .inFavour)))
        }
        #expect(throws: MinutesRefusal.tooManyHands(6, here: 5)) {
            try record.take(.vote(place, .hands(.init(inFavour: 6))))
        }
        try record.take(.attend(seat: "saunders", Attendance(.apologies)))
        #expect(throws: MinutesRefusal.nobodyPresides) {
            try record.take(.vote(place, .hands(.init(inFavour: 2, against: 2), casting: .inFavour)))
        }
        try record.take(.preside(seat: "campbell"))
        try record.take(.vote(place, .hands(.init(inFavour: 2, against: 2), casting: .inFavour)))
    }

    @Test("a ballot tells its numbers and nobody’s vote; of a show of hands who asks has their own recorded")
    func ballot() throws {
        var record = try MinutesRecord.with()
        try record.move()
        try record.take(.vote(place, .ballot(.init(inFavour: 3, against: 2))))
        let balloted = MinutesDocument(record, numbers: [:]).items[2].decisions[0].before
        #expect(balloted.last == "The motion was carried by ballot (3 for, 2 against, 0 abstaining).")

        record = try MinutesRecord.with()
        try record.move()
        let hands = Vote.Count(inFavour: 4, against: 1)
        #expect(throws: MinutesRefusal.moreNamesThanHands(.abstained)) {
            try record.take(.vote(place, .hands(hands, asked: ["campbell": .abstained])))
        }
        #expect(throws: MinutesRefusal.self) {
            try record.take(.vote(place, .hands(hands, asked: ["nobody": .against])))
        }
        try record.take(.vote(place, .hands(hands, asked: ["campbell": .against])))
        let told = MinutesDocument(record, numbers: [:]).items[2].decisions[0].before
        #expect(
            told.last == "Councillor Campbell asked for their own vote to be recorded: they voted against it.")
    }

    @Test("an amendment is settled first, and carried it becomes the motion")
    func amendments() throws {
        var record = try MinutesRecord.with()
        try record.move(seconded: nil)
        func amend(_ id: String, _ text: String) -> Deed {
            .amend(item: item, motion: "motion-1", id: id, text: text, mover: "dexter")
        }
        #expect(throws: (any Error).self) { try record.take(amend("a1", "Otherwise")) }
        #expect(throws: MinutesRefusal.sameMoverAndSeconder) { try record.take(.second(place, seat: "parsons")) }
        try record.take(.second(place, seat: "potts"))
        try record.take(amend("a1", "The budget is accepted, with an addendum"))
        #expect(throws: MinutesRefusal.amendmentOpen) { try record.take(.vote(place, .affirmation)) }
        #expect(throws: MinutesRefusal.amendmentOpen) { try record.take(amend("a2", "Again")) }
        let amendment = Deed.QuestionPlace(item: item, motion: "motion-1", amendment: "a1")
        try record.take(.second(amendment, seat: "campbell"))
        try record.take(.vote(amendment, .affirmation))
        #expect(record[item].motions[0].decision.text == "The budget is accepted, with an addendum")
        try record.take(.vote(place, .affirmation))
        #expect(throws: (any Error).self) { try record.take(amend("a2", "Too late")) }
    }

    @Test("a motion lapses, or is withdrawn by its mover with the meeting’s consent once it is seconded")
    func ends() throws {
        var record = try MinutesRecord.with()
        try record.move(seconded: nil)
        var lapsed = record
        try lapsed.take(.lapse(place))
        #expect(lapsed[item].motions[0].state == .lapsed)
        try record.take(.second(place, seat: "potts"))
        #expect(throws: MinutesRefusal.notItsMover) {
            try record.take(.withdraw(place, seat: "potts", consented: true))
        }
        #expect(throws: MinutesRefusal.wantsConsent) {
            try record.take(.withdraw(place, seat: "parsons", consented: false))
        }
        try record.take(.withdraw(place, seat: "parsons", consented: true))
        #expect(throws: (any Error).self) { try record.take(.vote(place, .affirmation)) }
    }

    @Test("points are numbered on through an item, whatever was typed before them")
    func points() throws {
        var record = try MinutesRecord.with()
        for (id, text) in [("d1", "1. First\n2) Second\n\n- Third"), ("d2", "Fourth")] {
            try record.take(.decide(item: item, Decision(id: id, style: .recommended, to: "Cabinet", text: text)))
        }
        let decisions = MinutesDocument(record, numbers: [:]).items[2].decisions
        #expect(
            decisions.flatMap(\.points).map { "\($0.number) \($0.text)" } == [
                "1 First", "2 Second", "3 Third", "4 Fourth",
            ])
        #expect(decisions[0].style == "RECOMMENDED to Cabinet")
    }

    @Test("the year turns at the annual meeting, known or likely")
    func years() {
        #expect(MunicipalYear(of: Day("2016-01-26")!).words == "2015/16")
        #expect(MunicipalYear(of: Day("2016-05-18")!).number == 2015)
        #expect(MunicipalYear(of: Day("2016-05-19")!).number == 2016)
        #expect(MunicipalYear(of: Day("2016-05-12")!, begins: [2016: Day("2016-05-12")!]).number == 2016)
        #expect(MunicipalYear(of: Day("1999-12-31")!).words == "1999/00")
    }
}
