import DataFiles
import Testing

@testable import ExampleYear

@Suite("The generated year")
struct ExampleYearTests {
    private static let header = [
        "Crime ID", "Month", "Reported by", "Falls within", "Longitude", "Latitude", "Location", "LSOA code",
        "LSOA name", "Crime type", "Last outcome category", "Context",
    ]

    private let year: ExampleYear
    private let files: [ExampleYear.MonthFile]
    private let incidents: [Thanet.Incident]

    init() throws {
        year = try Thanet.year()
        (files, incidents) = try Thanet.usual.get()
    }

    @Test("every type has exactly its total in each year, and all crime falls from 12,172 to 11,648, by 4.3 %")
    func totals() throws {
        let placed = incidents.filter(\.isPlaced)
        for (index, number) in year.facts.years.enumerated() {
            let ofYear = placed.filter { $0.month.hasPrefix(String(number)) }
            for type in year.facts.types {
                #expect(ofYear.count { $0["Crime type"] == type.name } == type.totals[index], "\(type.name), \(number)")
            }
        }
        let crimes = placed.filter { $0["Crime type"] != ExampleFacts.antiSocialBehaviour }
        let before = crimes.count { $0.month.hasPrefix("2014") }
        let after = crimes.count { $0.month.hasPrefix("2015") }
        #expect(before == 12_172)
        #expect(after == 11_648)
        #expect(((Double(after) / Double(before) - 1) * 1_000).rounded() == -43)
    }

    @Test("there is a file for each month of both years, named and headed as data.police.uk does")
    func months() throws {
        #expect(files.map(\.month) == Array(Month(year: 2014, number: 1)...Month(year: 2015, number: 12)))
        #expect(files[0].fileName == "2014-01-kent-street.csv")
        for file in files {
            let text = try DelimitedText(file.bytes, file: file.fileName)
            #expect(text.header == Self.header)
        }
        #expect(incidents.allSatisfy { $0["Month"] == $0.month })
        #expect(incidents.allSatisfy { $0["Reported by"] == "Kent Police" && $0["Falls within"] == "Kent Police" })
    }

    @Test("every row says that it is generated, and no street could be taken for a real one")
    func declared() {
        #expect(incidents.count > 36_000)
        #expect(incidents.allSatisfy { $0["Context"] == ExampleYear.declaration })
        #expect(ExampleYear.declaration.hasPrefix("Generated example"))
        #expect(incidents.allSatisfy { !$0.isPlaced || $0["Location"].hasSuffix(" (invented)") })
    }

    @Test("every row with a place is in one of the 84 LSOAs, near its centre")
    func places() throws {
        let places = Dictionary(uniqueKeysWithValues: year.facts.places.map { ($0.code, $0) })
        #expect(places.count == 84)
        var points: [String: Set<String>] = [:]
        for incident in incidents where incident.isPlaced {
            let place = try #require(places[incident["LSOA code"]])
            #expect(incident["LSOA name"] == place.name)
            let longitude = try #require(Double(incident["Longitude"]))
            let latitude = try #require(Double(incident["Latitude"]))
            let (east, north) = ((longitude - place.longitude) * 69_500, (latitude - place.latitude) * 111_320)
            #expect(east * east + north * north <= 252 * 252)
            points[place.code, default: []].insert(incident["Longitude"] + incident["Latitude"])
        }
        #expect(points.values.allSatisfy { $0.count <= 40 })
    }

    @Test("anti-social behaviour has no Crime ID and no outcome; every crime has both, and no two the same ID")
    func identifiers() {
        var seen: Set<String> = []
        for incident in incidents {
            let id = incident["Crime ID"]
            if incident["Crime type"] == ExampleFacts.antiSocialBehaviour {
                #expect(id.isEmpty && incident["Last outcome category"].isEmpty)
            } else {
                #expect(id.utf8.count == 64 && id.allSatisfy { $0.isHexDigit && !$0.isUppercase })
                #expect(!incident["Last outcome category"].isEmpty)
                #expect(seen.insert(id).inserted)
            }
        }
    }

    @Test("a few crimes have no place, as in the real files: on top of the district’s totals, none lost among them")
    func unplaced() {
        let unplaced = incidents.filter { !$0.isPlaced }
        #expect((100...500).contains(unplaced.count))
        #expect(Set(unplaced.map(\.month)).count == 24)
        #expect(unplaced.allSatisfy { $0["Location"] == "No Location" && $0["Longitude"].isEmpty })
    }

    @Test("the same seed gives the same bytes for ever, and another seed others")
    func seeds() throws {
        let again = try Thanet.year().months
        #expect(zip(files, again).allSatisfy { $0.bytes == $1.bytes })
        #expect(checksum(of: files[5].bytes) == 17_679_349_715_302_638_584)
        let other = try Thanet.year(seed: ExampleYear.usualSeed + 1).months
        #expect(zip(files, other).allSatisfy { $0.bytes != $1.bytes })
    }

    @Test("months vary about twice as much as chance alone would have them, and around the season")
    func dispersion() throws {
        let type = try #require(year.facts.types.first { $0.name == "Vehicle crime" })
        var januaries: [Double] = []
        for seed in 0..<400 as Range<UInt64> {
            var random = ExampleRandom(seed: seed, for: .months(0))
            januaries.append(Double(YearSpread(of: type, by: &random).counts[0]))
        }
        let mean = januaries.reduce(0, +) / 400
        let variance = januaries.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 399
        #expect((74...80).contains(mean))
        #expect((1.5...2.3).contains(variance / mean))
    }

    /// FNV-1a, 64 bits.
    private func checksum(of bytes: [UInt8]) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
