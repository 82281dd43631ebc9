import Testing

@testable import Web

@Suite("When two people change one form at once, each answer is put together and none is lost")
struct FormMergeTests {
    private struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let was: String?
        let theirs: String
        let mine: String
        let outcome: FormMerge.Outcome
        let value: String

        init(
            _ name: String, was: String?, theirs: String, mine: String, _ outcome: FormMerge.Outcome, _ value: String
        ) {
            (self.name, self.was, self.theirs, self.mine) = (name, was, theirs, mine)
            (self.outcome, self.value) = (outcome, value)
        }

        var testDescription: String { name }
    }

    private static let table = [
        Row("neither changed it", was: "a", theirs: "a", mine: "a", .agreed, "a"),
        Row("only mine", was: "a", theirs: "a", mine: "b", .mine, "b"),
        Row("only theirs", was: "a", theirs: "b", mine: "a", .theirs, "b"),
        Row("both alike", was: "a", theirs: "b", mine: "b", .agreed, "b"),
        Row("both differently", was: "a", theirs: "b", mine: "c", .disputed, "c"),
        Row("mine was emptied", was: "a", theirs: "a", mine: "", .mine, ""),
        Row("theirs was emptied", was: "a", theirs: "", mine: "a", .theirs, ""),
        Row("theirs was emptied and mine changed", was: "a", theirs: "", mine: "b", .disputed, "b"),
        Row("both filled in what was empty", was: "", theirs: "b", mine: "c", .disputed, "c"),
        Row("all empty", was: "", theirs: "", mine: "", .agreed, ""),
        Row("not known how it was, and alike", was: nil, theirs: "a", mine: "a", .agreed, "a"),
        Row("not known how it was, and not alike", was: nil, theirs: "a", mine: "b", .disputed, "b"),
        Row("blanks around an answer are no change", was: " a", theirs: "a ", mine: "b", .mine, "b"),
    ]

    private func merged(_ question: FormMerge.Question, _ was: String?, _ theirs: String, _ mine: String) -> FormMerge {
        FormMerge([question], was: { _ in was }, theirs: { _ in theirs }, mine: { _ in mine })
    }

    @Test("an answer is whose only one of them changed it", arguments: table)
    private func answer(row: Row) throws {
        let merge = merged(.init("name"), row.was, row.theirs, row.mine)
        let answer = try #require(merge.answers.first)
        #expect(answer.outcome == row.outcome)
        #expect(merge["name"] == row.value)
        #expect(answer.theirs == row.theirs.filter { $0 != " " })
        #expect(merge.disputed.map(\.name) == (row.outcome == .disputed ? ["name"] : []))
        #expect(merge.taken.map(\.name) == (row.outcome == .theirs ? ["name"] : []))
        #expect(answer.isWasKnown == (row.was != nil))
    }

    @Test("every way three answers can be alike or not keeps what either of them typed")
    func nothingLost() {
        let answers = ["", "a", "b", "c"]
        for was in answers {
            for theirs in answers {
                for mine in answers {
                    let merge = merged(.init("name"), was, theirs, mine)
                    if mine != was { #expect(merge["name"] == mine, "\(was), \(theirs), \(mine)") }
                    if theirs != was, theirs != merge["name"] {
                        #expect(merge.disputed.first?.theirs == theirs, "\(was), \(theirs), \(mine)")
                    }
                }
            }
        }
    }

    @Test("what means the same is the same, however it is written")
    func meaning() {
        let question = FormMerge.Question("email") { $0.lowercased() }
        #expect(merged(question, "a@b.org", "c@d.org", "A@B.ORG").answers.first?.outcome == .theirs)
        #expect(merged(question, "a@b.org", "c@d.org", "C@d.org").answers.first?.outcome == .agreed)
    }

    @Test("what is no question of it is not answered by it")
    func others() {
        #expect(merged(.init("name"), "a", "b", "c")["email"] == nil)
    }

    // MARK: Lists

    private let list = FormMerge.Question("dates", isList: true)
    private let year = "Scrutiny: 9 February 2016\nCabinet\nCouncil: 25 February 2016"

    @Test("different lines of a list, side by side or apart, are both changed")
    func lines() throws {
        let theirs = year.replacing("Scrutiny: 9 February 2016", with: "Scrutiny: 10 February 2016")
        let apart = merged(list, year, theirs, year.replacing("25", with: "26"))
        #expect(apart["dates"] == "Scrutiny: 10 February 2016\nCabinet\nCouncil: 26 February 2016")
        #expect(apart.answers.first?.outcome == .together && apart.taken.count == 1)
        let beside = merged(list, year, theirs, year.replacing("Cabinet", with: "Cabinet: 16 February 2016"))
        #expect(beside["dates"] == "Scrutiny: 10 February 2016\nCabinet: 16 February 2016\nCouncil: 25 February 2016")
        #expect(beside.disputed.isEmpty)
    }

    @Test("one line that both changed stands twice, whole: never as a date that neither meant")
    func oneLine() {
        let theirs = year.replacing("9 February", with: "10 February")
        let merge = merged(
            list, year, theirs, year.replacing("9 February", with: "9 March").replacing("25", with: "26"))
        #expect(
            merge["dates"]
                == "Scrutiny: 10 February 2016\nScrutiny: 9 March 2016\nCabinet\nCouncil: 26 February 2016")
        #expect(merge.disputed.count == 1)
    }

    @Test("lines as browsers send them are no change")
    func lineEnds() {
        let merge = merged(list, year.replacing("\n", with: "\r\n"), year, year.replacing("\n", with: "\r\n"))
        #expect(merge.answers.first?.outcome == .agreed)
    }

    @Test("of a list nobody knows how it was, what was typed stays as it is")
    func unknownList() {
        let merge = merged(list, nil, year, "Scrutiny")
        #expect(merge["dates"] == "Scrutiny" && merge.disputed.count == 1)
    }
}
