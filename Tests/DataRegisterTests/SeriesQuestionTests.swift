import DataFiles
import SampleData
import Testing

@testable import DataRegister

@Suite("What can be asked of the register")
struct SeriesQuestionTests {
    private let burglary = MeasureAddress(.streetCrime, "burglary")
    private let robbery = MeasureAddress(.streetCrime, "robbery")
    private let incidents = MeasureAddress(.streetCrime, "anti-social-behaviour")

    private func refusal(
        _ measures: [MeasureAddress], _ places: [Place] = [.district("Thanet")], _ grain: SeriesQuestion.Grain = .month,
        _ span: Period? = nil
    ) throws -> SeriesRefusal? {
        let span = try span ?? .year(2015)
        do {
            _ = try SeriesQuestion(measures, in: places, by: grain, over: span)
            return nil
        } catch {
            return error
        }
    }

    @Test("anti-social behaviour is asked for alone: it is never added to crime")
    func incidentsApart() throws {
        #expect(try refusal([incidents]) == nil)
        #expect(try refusal([burglary, robbery]) == nil)
        #expect(try refusal([burglary, incidents]) == .antiSocialBehaviourAmongCrime)
    }

    @Test("all crime has its types in it already")
    func twice() throws {
        #expect(try refusal([burglary, MeasureAddress(.streetCrime, "all-crime")]) == .countedTwice)
    }

    @Test("measures of two sets, and places of two levels or two censuses, are not added up")
    func mixed() throws {
        let old = Place.lsoa("E01024657", name: "Thanet 001A")
        let new = Place.lsoa("E01035000", name: "Thanet 001F", of: .lsoa2021)
        #expect(try refusal([burglary, MeasureAddress(.districtYears, "robbery")]) == .severalDataSets)
        #expect(try refusal([burglary], [old, .district("Dover")]) == .severalLevels)
        #expect(try refusal([burglary], [old, new]) == .vintagesMixed)
        #expect(try refusal([]) == .nothingAsked)
        #expect(try refusal([burglary], []) == .nothingAsked)
    }

    @Test("quarters and years are whole: eleven months are no year")
    func whole() throws {
        let eleven = try Period(from: "2015-01", to: "2015-11")
        #expect(try refusal([burglary], [.district("Thanet")], .year, eleven) == .spanIsNotWhole(eleven, .year))
        let financial = try SeriesQuestion(
            [burglary], in: [.district("Thanet")], by: .year, over: Period(from: "2014-04", to: "2016-03"))
        #expect(financial.periods.map(\.description) == ["April 2014 to March 2015", "April 2015 to March 2016"])
    }

    @Test("an area of 2021 is known by codes that the census of 2011 did not have, and by nothing else")
    func vintages() {
        #expect(LSOAVintage.level(of: ["E01024657", "E01033768", "W01001958"]) == .lsoa2011)
        #expect(LSOAVintage.level(of: ["E01024657", "E01033769"]) == .lsoa2021)
        #expect(LSOAVintage.level(of: ["W01001959"]) == .lsoa2021)
        #expect(LSOAVintage.level(of: []) == .lsoa2011)
    }
}
