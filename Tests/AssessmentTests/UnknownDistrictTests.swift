import Testing

@testable import Assessment
@testable import DataRegister

@Suite("A district that is not in the files is answered with those that are")
struct UnknownDistrictTests {
    private func refusal(_ name: String, _ known: [String]) -> String {
        AssessmentRefusal.unknownDistrict(name, known: known).description
    }

    @Test("a slip of the pen is met with the name that was meant")
    func nearName() {
        let known = ["Ashford", "Canterbury", "Dover", "Shepway", "Swale", "Thanet"]
        for slip in ["Thannet", "thanet ", "Thane", "Tanet", "Isle of Thanet", "Thanet District"] {
            #expect(
                refusal(slip, known).hasPrefix(
                    "No row of the data lies in a district called ‘\(slip)’. Did you mean Thanet?"), "\(slip)")
        }
    }

    @Test("a part of a name is met with the whole, before a name that merely looks alike")
    func part() {
        let words = refusal("Tunbridge", ["Tandridge", "Thanet", "Tonbridge and Malling", "Tunbridge Wells"])
        #expect(words.contains("Did you mean Tunbridge Wells?"))
    }

    @Test("few districts are all listed")
    func few() {
        #expect(
            refusal("Manchester", ["Dover", "Swale", "Thanet"])
                == "No row of the data lies in a district called ‘Manchester’. The data have rows of Dover, Swale and "
                + "Thanet. A district is the name of an LSOA without its last word: ‘Thanet 001A’ lies in Thanet.")
    }

    @Test("of many districts, the nearest names are told and how many there are")
    func many() {
        let known = (1...300).map { "District \($0)" } + ["Great Yarmouth", "Yarmouth West"]
        let words = refusal("Yarmuoth", known)
        #expect(words.contains("The data have rows of 302 districts"))
        #expect(!words.contains("District 7"))
        #expect(refusal("Great Yarmoth", known).contains("Did you mean Great Yarmouth?"))
    }

    @Test("where there is no district at all, that is what is said")
    func none() {
        #expect(refusal("Thanet", []).contains("A district is the name of an LSOA without its last word"))
        #expect(!refusal("Thanet", []).contains("Did you mean"))
    }
}
