import DataFiles
import SampleData
import Testing

@testable import DataRegister

@Suite("What is known of a district")
struct DistrictDataTests {
    @Test("a covered month with no rows is zero, and one that is not covered is missing")
    func series() throws {
        var made = MadeDistrict(covering: "2014-01"..."2014-04", without: ["2014-03"])
        made.count("Burglary", [2, 0, 0, 5], from: "2014-01")
        made.count("Burglary", [1], from: "2014-01", in: "001B")
        made.count("Drugs", [7], from: "2014-01")

        let period = try Period(from: "2014-01", to: "2014-05")
        #expect(made.data.series([CrimeType("Burglary")], over: period).counts == [3, 0, nil, 5, nil])
        #expect(made.data.series([CrimeType("Burglary"), CrimeType("Drugs")], over: period).total == 15)
    }

    @Test("rows of a month that is not covered are not counted: they are a neighbour’s, and not the whole")
    func uncovered() throws {
        var made = MadeDistrict(covering: "2014-01"..."2014-01")
        made.count("Burglary", [2, 9], from: "2014-01")
        let both = try Period(from: "2014-01", to: "2014-02")
        #expect(made.data.series([CrimeType("Burglary")], over: both).counts == [2, nil])
    }

    @Test("a type that did not exist yet is missing; all crime together is not")
    func beforeItExisted() throws {
        var made = MadeDistrict(covering: "2013-04"..."2013-05")
        made.count("Violent crime", [50], from: "2013-04")
        made.count("Violence and sexual offences", [60], from: "2013-05")
        made.count("Burglary", [4, 5], from: "2013-04")
        let period = try Period(from: "2013-04", to: "2013-05")
        let data = made.data
        #expect(data.series([CrimeType("Violent crime")], over: period).counts == [50, nil])
        #expect(data.series([CrimeType("Violence and sexual offences")], over: period).counts == [nil, 60])
        #expect(data.series(data.types(over: [period]), over: period).counts == [54, 65])
    }

    @Test("a row that was counted is never dropped, whatever its type was called in its month")
    func countedAnyway() throws {
        var made = MadeDistrict(covering: "2013-04"..."2013-04")
        made.count("Violence and sexual offences", [3], from: "2013-04")
        let month = try Period(from: "2013-04", to: "2013-04")
        #expect(made.data.series([CrimeType("Violence and sexual offences")], over: month).counts == [3])
    }

    @Test("a type that was counted in other months only has no place in an assessment of these")
    func typesOfThePeriod() throws {
        var made = MadeDistrict(covering: "2013-04"..."2014-04")
        made.count("Violent crime", [50], from: "2013-04")
        made.count("Burglary", [1], from: "2014-04")
        let april = try Period(from: "2014-04", to: "2014-04")
        #expect(made.data.types(over: [april]) == [CrimeType("Burglary")])
        #expect(made.data.types(over: [april.yearBefore, april]).map(\.name) == ["Burglary", "Violent crime"])
    }
}
