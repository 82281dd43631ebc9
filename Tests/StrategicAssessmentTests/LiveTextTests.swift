import DataRegister
import Testing

@testable import StrategicAssessment

@Suite("Figures stand in a text by their addresses")
struct LiveTextTests {
    private struct Desk: EvidenceDesk {
        func evidence(on measures: [String], over period: Period, against comparison: Period) async throws -> Evidence {
            throw Evidence.Missing("not asked here")
        }

        func figure(at address: String) async throws -> Result<Evidence.Figure, Evidence.Missing> {
            address == "count x"
                ? .success(.init(words: "4,007 [crimes]", sentence: "", notes: [], source: "", address: address))
                : .failure(.init("March 2014 is missing."))
        }
    }

    private func live(_ text: String) async throws -> LiveText {
        var known: [String: Result<Evidence.Figure, Evidence.Missing>] = [:]
        return try await LiveText(text, from: Desk(), known: &known) { number, _ in "#figure-\(number)" }
    }

    @Test("a figure is words that lead to it; one that cannot be told says why in its place")
    func shown() async throws {
        let text = try await live("There were {{figure count x}} and {{figure  count   y}}.")
        #expect(
            text.markdown
                == "There were [4\\,007 \\[crimes\\]](#figure-1) and **[no figure: March 2014 is missing\\.]**.")
        #expect(text.figures.map(\.address) == ["count x", "count y"])
    }

    @Test(
        "braces that are no figure stay as they are",
        arguments: ["{{figure", "{{ figure x}}", "a {{figurine}} b", "}}{{", "{{figure x"])
    func plain(text: String) async throws {
        #expect(try await live(text).markdown == text)
    }
}
