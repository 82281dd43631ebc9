import DataFiles
import Foundation
import Geography
import SampleData
import Testing

@testable import Assessment
@testable import DataRegister

@Suite("An assessment as JSON, for programs")
struct AssessmentDocumentTests {
    private func document(
        _ made: MadeDistrict, _ period: Period, _ comparison: Period? = nil, rows: RowTally? = nil
    ) throws -> [String: Any] {
        let document = AssessmentDocument(try made.assessed(period, comparedWith: comparison), rows: rows)
        let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(document))
        return try #require(json as? [String: Any])
    }

    @Test("it has the district, the months, the rows and the series")
    func keys() throws {
        let document = try document(
            .twoYears, .year(2015), .year(2014), rows: RowTally(kept: 5, unplaced: 2, refused: 1))
        #expect(document["district"] as? String == "Thanet")
        #expect(document["from"] as? String == "2015-01")
        #expect(document["to"] as? String == "2015-12")
        #expect(document["rows"] as? [String: Int] == ["read": 8, "kept": 5, "unplaced": 2, "refused": 1])
        #expect(document["compared"] as? [String: String] == ["from": "2014-01", "to": "2014-12"])
        let series = try #require(document["series"] as? [[String: Any]])
        #expect(
            series.map { $0["type"] as? String } == [
                "Violence and sexual offences", "Burglary", "Robbery", "Anti-social behaviour",
            ])
        for one in series {
            let months = try #require(one["months"] as? [[String: Any]])
            #expect(months.map { $0["month"] as? String } == (1...12).map { String(format: "2015-%02d", $0) })
            #expect(months.compactMap { $0["count"] as? Int }.reduce(0, +) == one["total"] as? Int)
        }
    }

    @Test("where areas were looked at for clusters it says so of each, and otherwise nothing of it")
    func hotSpots() throws {
        var made = MadeDistrict.twoYears
        for index in 0..<20 { made.count("Burglary", [2 + index % 3], from: "2015-01", in: "B\(index + 10)") }
        let assessment = try made.assessed(.year(2015))
        let boundaries = (0..<20).map { index in
            let corners = [(0.0, 0.0), (0.01, 0.0), (0.01, 0.01), (0.0, 0.01), (0.0, 0.0)]
            let (west, south) = (1.3 + Double(index % 5) / 100, 51.3 + Double(index / 5) / 100)
            let ring = corners.map { Position(longitude: west + $0.0, latitude: south + $0.1) }
            return Boundary(code: "E0100B\(index + 10)", name: "Thanet", polygons: [.init(rings: [ring])])
        }
        let clusters = try AreaClusters(assessment.places, boundaries: boundaries)
        let encoded = try JSONEncoder().encode(AssessmentDocument(assessment, rows: nil, clusters: clusters))
        let json = try #require(try JSONSerialization.jsonObject(with: encoded) as? [String: Any])
        let places = try #require(json["places"] as? [[String: Any]])
        let hot = places.compactMap { $0["hotSpot"] as? [String: Any] }
        #expect(hot.count == 20)
        #expect(hot.allSatisfy { $0["permutations"] as? Int == 999 && $0["cluster"] as? String == "none" })
        #expect(try document(made, .year(2015)).description.contains("hotSpot") == false)
    }

    @Test("the types and anti-social behaviour add up to every row of the district, with no total among them")
    func addUp() throws {
        let made = MadeDistrict.twoYears
        let document = try document(made, .year(2015))
        let series = try #require(document["series"] as? [[String: Any]])
        let rows = made.data.areas.flatMap { area in
            area.counts.filter { $0.key.year == 2015 }.flatMap(\.value.values)
        }
        #expect(series.compactMap { $0["total"] as? Int }.reduce(0, +) == rows.reduce(0, +))
    }

    @Test("a missing month is null and is listed; a month without rows is 0")
    func missing() throws {
        var made = MadeDistrict(covering: "2014-01"..."2014-03", without: ["2014-02"])
        made.count("Burglary", [4], from: "2014-01")
        let document = try document(made, Period(from: "2014-01", to: "2014-03"))
        #expect(document["missing"] as? [String] == ["2014-02"])
        let series = try #require((document["series"] as? [[String: Any]])?.first)
        let counts = try #require(series["months"] as? [[String: Any]]).map { $0["count"] }
        #expect(counts[0] as? Int == 4)
        #expect(counts[1] is NSNull)
        #expect(counts[2] as? Int == 0)
    }

    @Test("no number is ever infinite: a rise from none has neither ratio nor an upper end")
    func finite() throws {
        var made = MadeDistrict(covering: "2014-01"..."2015-12")
        made.count("Robbery", Array(repeating: 5, count: 12), from: "2015-01")
        let document = try document(made, .year(2015), .year(2014))
        let change = try #require((document["allCrime"] as? [String: Any])?["change"] as? [String: Any])
        #expect(change["before"] as? Int == 0)
        #expect(change["after"] as? Int == 60)
        #expect(change["ratio"] == nil)
        #expect(change["ratioInterval"] == nil)
        #expect(change["percent"] == nil)
        #expect(change["verdict"] as? String == "rise")
    }

    @Test("a change carries its interval, its verdict and the sentence that tells it")
    func change() throws {
        let document = try document(.twoYears, .year(2015), .year(2014))
        let series = try #require(document["series"] as? [[String: Any]])
        let change = try #require(series[1]["change"] as? [String: Any])
        #expect((change["percent"] as? Double).map { ($0 * 1000).rounded() } == -40_000)
        let interval = try #require(change["percentInterval"] as? [String: Double])
        #expect(try #require(interval["lower"]) < -40 && #require(interval["upper"]) > -40)
        #expect(interval["confidence"] == 0.95)
        #expect(change["verdict"] as? String == "fall")
        #expect((change["sentence"] as? String)?.hasPrefix("Burglary fell by 40.0%") == true)
        #expect(series[3]["share"] == nil, "anti-social behaviour has no share of crime")
    }

    @Test("it says what it rests on, and whether it was made up")
    func sources() throws {
        let document = try document(.twoYears, .year(2015))
        let source = try #require((document["sources"] as? [[String: Any]])?.first)
        #expect(source["publisher"] as? String == "data.police.uk")
        #expect(source["sha256"] as? [String] == ["ab12"])
        #expect(document["generated"] as? Bool == false)
        #expect(document["rows"] == nil, "an assessment from records has no files whose rows to account for")
    }
}
