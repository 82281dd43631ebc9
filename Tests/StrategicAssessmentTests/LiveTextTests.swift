import DataRegister
import Testing

@testable import StrategicAssessment

@Suite("Figures stand in a text by their addresses")
struct LiveTextTests {
    private struct Desk: EvidenceDesk {
        func evidence(on measures: [String], over period: Period, against comparison: Period) async throws -> Evidence {
            throw Evidence.Missing("not asked here")
        }

        func monthsHere() async throws -> MonthsHere { MonthsHere(monthly: [], years: []) }

        func signals(
            on measures: [String], over period: Period
        ) async throws -> Result<Evidence.Figure, Evidence.Missing> {
            throw Evidence.Missing("not asked here")
        }

        func besideOthers(
            on themes: [(name: String, measures: [String])], over period: Period
        ) async throws -> BesideOthers { BesideOthers(set: nil, rows: []) }

        func figure(at address: String) async throws -> Result<Evidence.Figure, Evidence.Missing> {
            if address == "count one" {
                return .success(
                    .init(
                        words: "1 incident", sentence: "Noise: 1 incident in 2015.", notes: [], source: "",
                        address: address, number: "1", unit: "incidents"))
            }
            if address == "rate" {
                return .success(
                    .init(
                        words: "35.3 for each 1,000 people", sentence: "", notes: [], source: "", address: address,
                        number: "35.3"))
            }
            return address.hasPrefix("count x")
                ? .success(
                    .init(
                        words: "4,007 [crimes]", sentence: "Burglary: 4,007 [crimes] in 2015.", notes: [], source: "",
                        address: address))
                : .failure(.init("March 2014 is missing."))
        }
    }

    private func live(_ text: String, _ lead: LiveText.Lead = .list) async throws -> LiveText {
        var figures = FigureList()
        try await figures.take(text, in: "Summary", from: Desk())
        return LiveText(text, figures, leading: lead)
    }

    @Test("a figure is words that lead to it; one that cannot be told says why in its place")
    func shown() async throws {
        let text = try await live("There were {{figure count x}} and {{figure  count   y}}.")
        #expect(
            text.markdown
                == "There were 4\\,007 \\[crimes\\] [\\[1\\]](#figure-1) and **[no figure: March 2014 is missing\\.]**."
        )
        let pages = try await live("{{figure count x}}", .page)
        #expect(pages.markdown == "[4\\,007 \\[crimes\\]](/figures?at=count%20x)")
    }

    @Test("a whole sentence is live too, and its figure leads on from within it")
    func sentence() async throws {
        let text = try await live("{{sentence count x}}", .page)
        #expect(text.markdown == "Burglary\\: [4\\,007 \\[crimes\\]](/figures?at=count%20x) in 2015\\.")
        let words = try await live("{{sentence count x}} {{figure count x}}", .nowhere)
        #expect(words.markdown == "Burglary\\: 4\\,007 \\[crimes\\] in 2015\\. 4\\,007 \\[crimes\\]")
        let published = try await live("{{sentence count x}}")
        #expect(published.markdown == "Burglary\\: 4\\,007 \\[crimes\\] in 2015\\. [\\[1\\]](#figure-1)")
    }

    @Test(
        "a number stands alone where the sentence names its unit, of one as one says it, and leads on as a figure does",
        arguments: [
            ("There was {{number count one}} incidents.", "There was 1 incident."),
            ("There was {{number count one}} Incidents, no more.", "There was 1 incident, no more."),
            ("Rate: {{number rate}} per 1,000.", "Rate: 35\\.3 per 1,000."),
            ("{{number count one}} incidental note", "1 incidental note"),
        ])
    func number(text: String, read: String) async throws {
        #expect(try await live(text, .nowhere).markdown == read)
        #expect(try await live("{{number count one}}").markdown == "1 [\\[1\\]](#figure-1)")
        #expect(try await live("{{number rate}}", .page).markdown == "[35\\.3](/figures?at=rate)")
    }

    @Test(
        "a unit that the writer repeats after a figure is said once",
        arguments: [
            ("{{figure count one}} incidents were reported", "1 incident were reported"),
            ("{{figure count one}} incident was reported", "1 incident was reported"),
            ("{{figure rate}} for each 1,000 people.", "35\\.3 for each 1\\,000 people."),
            ("{{figure rate}} for all", "35\\.3 for each 1\\,000 people for all"),
        ])
    func once(text: String, read: String) async throws {
        #expect(try await live(text, .nowhere).markdown == read)
    }

    @Test("each figure has one number, however often it is named, and what is refused is told with every place")
    func numbered() async throws {
        var figures = FigureList()
        try await figures.take("{{figure count x2}} {{figure count y}} {{figure count x}}", in: "Summary", from: Desk())
        try await figures.take("{{sentence count x2}} {{figure count y}}", in: "Places", from: Desk())
        try await figures.take("{{figure count y}}", in: "Places", from: Desk())
        #expect(figures.told.map(\.address) == ["count x2", "count x"])
        #expect(figures.told.map(\.number) == [1, 2])
        #expect(figures.refused.map(\.places) == [["Summary", "Places"]])
    }

    @Test(
        "braces that name no figure are told of as a figure that cannot be told, and stand raw on no page",
        arguments: ["{{figure", "{{count street}}", "a {{figurine}} b", "}}{{", "{{figure y"])
    func slips(text: String) async throws {
        var figures = FigureList()
        try await figures.take(text, in: "Summary", from: Desk())
        #expect(figures.refused.map(\.places) == [["Summary"]])
        #expect(try await !live(text).markdown.contains("{{"))
    }
}
