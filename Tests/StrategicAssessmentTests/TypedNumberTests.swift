import Foundation
import Testing

@testable import StrategicAssessment

@Suite("A number that was typed, looks like a figure and names no source is pointed out")
struct TypedNumberTests {
    private static let cases: [(text: String, found: [String])] = [
        ("Crime rose by 47% and 9,999 burglaries happened.", ["47%", "9,999"]),
        ("Nearly 72 per cent supported it.", ["72 per cent"]),
        ("It fell by 3.5 percentage points.", ["3.5 percentage points"]),
        ("There were 83.8 for each 1,000 people.", ["83.8 for each 1,000"]),
        ("A rate of 12 per 1,000.", ["12 per 1,000"]),
        ("12345 calls came.", ["12345"]),
        ("**47%** of _all_ calls", ["47%"]),
        ("- 47% here\n- 48% there", ["47%", "48%"]),
        // Chosen.
        ("Burglary {{figure change street-crime/burglary district:thanet 2015-01..2015-12}}.", []),
        ("Of {{number count a/b district:x 2015}} crimes, 12% were solved.", ["12%"]),
        ("`47%` as code", []),
        // Dates, years, sections, lists, ages, small counts, money, telephones.
        ("In 2015 and 2014/15, on 9 February 2016 at 14:30.", []),
        ("Section 17, paragraph 2.3 and page 1204 say so.", []),
        ("1. First\n2. Second\n10) Tenth", []),
        ("Boys aged 14 to 17, in 3 of 23 wards, 150 of them.", []),
        ("It cost £12,500.", []),
        ("Ring 01843 577000.", []),
        ("12,172 to 11,648 (95% interval −10.1% to 1.9%)", ["12,172", "11,648", "−10.1%", "1.9%"]),
        ("24/7 cover", []),
        // With a source.
        ("It rose by 47% ([ONS, table 3](https://ons.gov.uk/t3)).", []),
        ("[47% of residents](https://example.org/survey-2015) say so.", []),
        ("It rose by 47% (Thanet District Council, agenda of 9 February 2016).", []),
        ("It rose by 47%.[^1]", []),
        ("It rose by 47%, as https://example.org/a tells.", []),
        ("Some 47% feel unsafe. [x](javascript:alert(1))", ["47%"]),
        ("Some 47% feel unsafe [x](javascript:alert(1)).", ["47%"]),
        // A source of another sentence, and brackets that name nobody.
        ("It rose by 47%. The council said more (Thanet District Council).", ["47%"]),
        ("It rose by 47% (much more than before).", ["47%"]),
        ("[Read on](https://example.org/2015,000%), and 47% more", ["47%"]),
        (
            "It was 4.3% less (Thanet District Council, agenda, paragraph 2.3). A later minute read 4.9% from it: so it goes. The end.",
            ["4.9%"]
        ),
        (
            "It was 4.3% less (Thanet District Council, Overview & Scrutiny Panel, agenda for 9 February 2016, paragraph 2.3). A later "
                + "minute read 4.9% from the same source: the police revise their counts, so a figure is true together with its "
                + "source and the day on which it was taken. The sources stand at the end.",
            ["4.9%"]
        ),
        ("One 47% here\r\n\r\nTwo (Thanet Council)", ["47%"]),
        ("", []),
    ]

    @Test("what looks like a figure, case by case", arguments: cases.indices)
    func found(index: Int) {
        #expect(
            TypedNumber.all(in: Self.cases[index].text).map(\.number) == Self.cases[index].found,
            "\(Self.cases[index].text)")
    }

    @Test("the example names the source of every number in its texts that was typed")
    func example() throws {
        let file = URL(filePath: #filePath + "/../../../Examples/thanet-2016/strategic-assessment.md").standardized
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(TypedNumber.all(in: text).map(\.number).isEmpty)
        #expect(
            TypedNumber.all(in: text.replacing(" (minutes of the Overview & Scrutiny Panel)", with: "")).map(\.number)
                == ["4.9%"])
    }

    @Test("each is shown with the words around it")
    func excerpt() {
        let text =
            "The partnership met often in that year and found that **crime rose by 47%** while much else changed around it."
        let found = TypedNumber.all(in: text)
        #expect(found.map(\.excerpt) == ["… found that crime rose by 47% while much else changed …"])
    }
}
