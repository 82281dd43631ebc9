import Foundation
import Storage
import Testing

@testable import StrategicAssessment

@Suite("The checklist says what the law asks for and nobody has written yet")
struct DutyStandingTests {
    private let reoffending = Theme(
        id: Identities.system.new(at: .distantPast),
        details: ThemeDetails(name: "Reoffending", covers: "", measures: []), position: 0)

    private func saved(_ text: String) -> SavedText {
        SavedText(version: 1, markdown: text, writtenBy: "Aysha Bell", writtenAt: .distantPast)
    }

    private func standing(_ duty: Duty, _ texts: [TextPlace: SavedText], themes: [Theme] = []) throws -> DutyStanding {
        try #require(DutyStanding.all(texts, themes: themes).first { $0.duty == duty })
    }

    @Test("a part that is empty, or blank, meets no duty")
    func blank() throws {
        #expect(try standing(.lastPlan, [:]).missing == "Write ‘How last year’s plan was carried out’.")
        #expect(try !standing(.lastPlan, [.section(.lastPlan): saved(" \n")]).isMet)
        #expect(try standing(.lastPlan, [.section(.lastPlan): saved("Six were finished.")]).isMet)
    }

    @Test("levels and changes without a figure could not be checked by anybody")
    func figures() throws {
        let words = try standing(.levels, [.section(.levels): saved("There was a lot.")])
        #expect(words.missing?.hasPrefix("There is no figure in ‘Levels and patterns’.") == true)
        let figure = saved("There were {{figure count street-crime/burglary district:thanet 2015-01..2015-12}}.")
        #expect(try standing(.levels, [.section(.levels): figure]).isMet)
    }

    @Test("figures alone are no reason why they changed")
    func reasons() throws {
        let figure = "{{sentence change street-crime/burglary district:thanet 2015-01..2015-12}}"
        let bare = try standing(.reasons, [.section(.changes): saved("\(figure) And\n\n- \(figure)")])
        #expect(bare.missing?.contains("holds figures alone") == true)
        let told = saved("\(figure) Two families moved away in May.")
        #expect(try standing(.reasons, [.section(.changes): told]).isMet)
    }

    @Test("reoffending is met in what is written of its theme, and a theme that is not there is asked for")
    func themes() throws {
        #expect(try standing(.reoffending, [:]).missing?.hasPrefix("No theme is called ‘reoffending’.") == true)
        let waiting = try standing(.reoffending, [:], themes: [reoffending])
        #expect(waiting.missing == "Write something of the theme ‘Reoffending’.")
        let written = try standing(
            .reoffending, [.theme(reoffending.id, .why): saved("Housing.")], themes: [reoffending])
        #expect(written.isMet)
        #expect(written.places.count(where: \.isWritten) == 1)
    }
}
