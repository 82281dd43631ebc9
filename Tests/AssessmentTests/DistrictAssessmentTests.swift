import DataFiles
import SampleData
import Statistics
import Testing
import Web
import Wording

@testable import Assessment
@testable import DataRegister

@Suite("The first assessment of a district")
struct DistrictAssessmentTests {
    @Test("anti-social behaviour is never added to crime")
    func antiSocialApart() throws {
        let assessment = try MadeDistrict.twoYears.assessed(.year(2015), comparedWith: .year(2014))
        #expect(assessment.crime.count == 12 * 60 + 12 * 260 + 6)
        #expect(assessment.crime.earlier?.total == 12 * 100 + 12 * 200 + 4)
        #expect(assessment.antiSocialBehaviour.count == 12 * 500)
        #expect(assessment.antiSocialBehaviour.share == nil)
        #expect(!assessment.types.contains { $0.subject == "Anti-social behaviour" })
        #expect(assessment.places.map(\.crimes).reduce(0, +) == assessment.crime.count)
        #expect(assessment.places.map(\.incidents).reduce(0, +) == assessment.antiSocialBehaviour.count)
    }

    @Test("types are in order, most first, and those that are even by name")
    func typesInOrder() throws {
        var made = MadeDistrict(covering: "2014-01"..."2014-01")
        for (type, count) in [("Robbery", 4), ("Drugs", 9), ("Burglary", 9), ("Shoplifting", 30)] {
            made.count(type, [count], from: "2014-01")
        }
        let assessment = try made.assessed(Period(from: "2014-01", to: "2014-01"))
        #expect(assessment.types.map(\.subject) == ["Shoplifting", "Burglary", "Drugs", "Robbery"])
        #expect(assessment.types.compactMap(\.share?.value).reduce(0, +).rounded(places: 6) == "1.000000")
    }

    @Test("the small areas are in order, most crime first, with their own rate and share")
    func places() throws {
        var made = MadeDistrict.twoYears
        made.population = PopulationTable(
            [.made("E0100001B", "Thanet 001B", .lsoa, 2015, 1_500, in: "E07000114")])
        let assessment = try made.assessed(.year(2015))
        #expect(assessment.places.map(\.name) == ["Thanet 001B", "Thanet 001A"])
        #expect(assessment.places.map(\.crimes) == [3_120, 726])
        #expect(assessment.places[0].rate?.value == 2_080)
        #expect(assessment.places[1].rate == nil)
        #expect(assessment.places.compactMap(\.share?.total) == [3_846, 3_846])
    }

    @Test("a change of recording within the period is told, also where nothing is compared")
    func recordingChange() throws {
        var made = MadeDistrict(covering: "2014-01"..."2014-12")
        made.count("Burglary", Array(repeating: 10, count: 12), from: "2014-01")
        made.count("Drugs", Array(repeating: 2, count: 12), from: "2014-01")
        let assessment = try made.assessed(.year(2014))
        #expect(assessment.crime.breaks.map(\.month) == ["2014-11"], "its chart is parted there")
        #expect(assessment.cautions == assessment.crime.breaks.map(\.sentence))
        #expect(AssessmentDocument(assessment).cautions == assessment.cautions)
        let before = try made.assessed(Period(from: "2014-01", to: "2014-10"))
        #expect(before.cautions.isEmpty)
    }

    @Test("a missing month is told, and left out of totals")
    func gaps() throws {
        var made = MadeDistrict(covering: "2014-01"..."2014-12", without: ["2014-03", "2014-04", "2014-09"])
        made.count("Burglary", Array(repeating: 10, count: 12), from: "2014-01")
        let assessment = try made.assessed(.year(2014))
        #expect(assessment.crime.count == 90)
        #expect(assessment.gaps.map(\.months) == [["2014-03", "2014-04", "2014-09"]])
        #expect(
            assessment.gaps[0].sentence(force: "Kent Police")
                == "March 2014, April 2014 and September 2014 are missing: no file of Kent Police has been read. "
                + "A missing month is left out of totals and charts; it is not counted as zero.")
        #expect(assessment.crime.sentence == "All crime: 90 in 2014, with 3 of 12 months missing.")
    }

    @Test("beside a year of which nothing is known no number stands, and no change is told")
    func missingYear() throws {
        let assessment = try Self.novemberAndDecember(of2014: nil)
        #expect(assessment.comparison == nil)
        #expect(assessment.uncompared == (try Period(from: "2014-11", to: "2014-12")))
        #expect(assessment.findings.allSatisfy { $0.earlier == nil && $0.change == nil })
        #expect(
            assessment.gaps.map { $0.sentence(force: "Kent Police") } == [
                "Nothing is known of November to December 2014: no file of Kent Police for it has been read. So nothing "
                    + "is compared with it, and no change is told."
            ])
        let tables = AssessmentTables(assessment: assessment)
        #expect(tables.types.columns.map(\.title) == ["Type", "November to December 2015", "Share of crime"])
        let csv = String(decoding: tables.typesCSV, as: UTF8.self).split(separator: "\r\n")
        #expect(
            csv[1] == "Thanet,Burglary,2015-11,2015-12,30,,,,75.0000,,,,,,,,2,2,,,,,"
                + "\"no estimate of who lives there is here, so there is no rate\"")
        let headline = AssessmentHeadline(assessment: assessment).text
        #expect(!headline.contains("chance"), "nothing was compared: \(headline)")
        for card in AssessmentFigures(assessment).cards {
            #expect(!card.sentence.contains("2014"), "\(card.sentence)")
        }
    }

    @Test("where some months of a year are missing, each number says of how many months it is")
    func missingMonths() throws {
        let assessment = try Self.novemberAndDecember(of2014: 20)
        let title = "November to December 2014 (1 of 2 months)"
        let tables = AssessmentTables(assessment: assessment)
        #expect(tables.types.columns[1].title == title)
        #expect(AssessmentTables.months(assessment.crime).footer == ["Total of the months known", "20", "40"])
        let csv = String(decoding: tables.typesCSV, as: UTF8.self).split(separator: "\r\n")
        #expect(csv[1].contains(",2,2,1,1,20,15,"), "\(csv[1])")
        #expect(
            assessment.crime.counts().hasPrefix(
                "40 in November to December 2015, 20 in \(title). 25 in December 2015 against 20 in December 2014."))
        let card = AssessmentFigures(assessment).cards[0]
        #expect(
            card.sentence.hasPrefix("+25.0% on December 2014, when there were 20."),
            "December is set against December, not against both months: \(card.sentence)")
    }

    /// 30 burglaries and 10 robberies over two months of 2015; of 2014 nothing, or so many burglaries in December.
    private static func novemberAndDecember(of2014 count: Int?) throws -> DistrictAssessment {
        let missing: Set<Month> = count == nil ? ["2014-11", "2014-12"] : ["2014-11"]
        var made = MadeDistrict(covering: "2014-11"..."2015-12", without: missing)
        if let count { made.count("Burglary", [0, count], from: "2014-11") }
        made.count("Burglary", [15, 15], from: "2015-11")
        made.count("Robbery", [0, 10], from: "2015-11")
        let now = try Period(from: "2015-11", to: "2015-12")
        return try made.assessed(now, comparedWith: now.yearBefore)
    }

    @Test(
        "a gap is worded as people say it",
        arguments: [
            (["2014-03"], "March 2014 is missing"),
            (["2014-03", "2014-04"], "March and April 2014 are missing"),
            (["2014-12", "2015-01"], "December 2014 and January 2015 are missing"),
            (["2014-03", "2014-04", "2014-05"], "March to May 2014 are missing"),
            (["2014-01", "2014-03", "2014-05"], "January 2014, March 2014 and May 2014 are missing"),
            (
                ["2013-11", "2013-12", "2014-01", "2014-02", "2014-06"],
                "November 2013 to February 2014 and June 2014 are missing"
            ),
        ] as [([Month], String)])
    func gapWording(months: [Month], words: String) throws {
        let gap = DataGap(period: try Period(from: "2013-01", to: "2015-12"), months: months)
        #expect(gap.sentence(force: nil).hasPrefix(words + ": no file has been read. "))
    }

    @Test("the types that changed by more than chance are told, and no others")
    func changed() throws {
        let assessment = try MadeDistrict.twoYears.assessed(.year(2015), comparedWith: .year(2014))
        #expect(assessment.changed.map(\.subject) == ["Burglary"])
        // More violence was recorded, and from November 2014 on more of it is: that is no rise of violence.
        let violence = try #require(assessment.types.first { $0.subject == "Violence and sexual offences" }?.change)
        #expect(violence.verdictOfChance == .rise && violence.verdict == .unjudged)
        #expect(violence.whyUnjudged == "recording changed in November 2014")
    }

    @Test("a part of a year is never set against the whole of another")
    func unequal() throws {
        let part = try Period(from: "2014-01", to: "2014-11")
        #expect(throws: AssessmentRefusal.period(.unequal(try .year(2015), part))) {
            try MadeDistrict.twoYears.assessed(.year(2015), comparedWith: part)
        }
        let refusal = AssessmentRefusal.period(.unequal(try .year(2015), part))
        #expect(
            refusal.description
                == "2015 has 12 months and January to November 2014 has 11. "
                + "Compare periods of the same length, or a part of a year looks like a fall.")
    }

    @Test("a period nothing is known of is refused, with the months that are here")
    func nothingKnown() throws {
        let refusal = #expect(throws: AssessmentRefusal.self) { try MadeDistrict.twoYears.assessed(.year(2016)) }
        #expect(
            refusal?.description
                == "Nothing is known of Thanet in 2016: the files cover months from 2014-01 to 2015-12. "
                + "Choose months among those, or import the missing files.")
    }

    @Test("a district without a row is refused, and what a district is, is said")
    func unknownDistrict() throws {
        let made = MadeDistrict(covering: "2014-01"..."2014-12")
        let refusal = #expect(throws: AssessmentRefusal.self) { try made.assessed(.year(2014)) }
        #expect(refusal?.description.hasPrefix("No row of the data lies in a district called ‘Thanet’.") == true)
    }
}
