import Testing
import Wording

@Suite("What is counted is said of one as one says it")
struct UnitTests {
    @Test(
        "of one the noun is singular, wherever it stands in the unit",
        arguments: [
            ("crimes", "crime"), ("incidents", "incident"), ("offences", "offence"), ("burglaries", "burglary"),
            ("people", "person"), ("people killed or seriously hurt", "person killed or seriously hurt"),
            ("calls to the fire service", "call to the fire service"), ("hospital admissions", "hospital admission"),
            ("fires set on purpose", "fire set on purpose"), ("children in care", "child in care"),
            ("boxes", "box"), ("addresses", "address"), ("noise", "noise"), ("premises", "premises"), ("", ""),
        ])
    func singular(many: String, one: String) {
        #expect(many.ofOne == one)
    }

    @Test("a number goes with its unit, and alone where nothing is named")
    func counted() {
        #expect(1.counted("crimes") == "1 crime")
        #expect(0.counted("crimes") == "0 crimes")
        #expect(4_007.counted("crimes") == "4,007 crimes")
        #expect(12.counted("") == "12")
    }
}
