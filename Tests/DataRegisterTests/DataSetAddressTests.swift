import Testing

@testable import DataRegister

@Suite("What data sets and measures are cited by")
struct DataSetAddressTests {
    @Test("an address is small letters, digits and single dashes, and nothing looser")
    func addresses() {
        for good in ["ambulance", "street-crime", "a-e-2015"] {
            #expect(DataSetAddress(good)?.text == good)
        }
        for bad in ["", "Ambulance", "a--b", "-a", "a-", "a b", "a/b", "ä", String(repeating: "a", count: 61)] {
            #expect(DataSetAddress(bad) == nil, "\(bad)")
        }
    }

    @Test("a measure’s address is its set’s and its own, and reads back as written")
    func measures() throws {
        let burglary = try #require(MeasureAddress("street-crime/burglary"))
        #expect(burglary.dataSet == .streetCrime)
        #expect(burglary.name == "burglary")
        #expect(MeasureAddress(burglary.description) == burglary)
        #expect(MeasureAddress(in: .streetCrime, called: "Theft from the person")?.name == "theft-from-the-person")
        for bad in ["burglary", "street-crime/", "/burglary", "a/b/c", "street-crime/Burglary"] {
            #expect(MeasureAddress(bad) == nil, "\(bad)")
        }
    }

    @Test("no two measures of a built-in set have one address, and every type of crime has one")
    func builtIn() {
        for set in DataSet.builtIn {
            let addresses = Measure.builtIn(of: set.address).map(\.address)
            #expect(Set(addresses).count == addresses.count)
        }
        #expect(Measure.builtIn(of: .streetCrime).count == 17)
        #expect(!Measure.builtIn(of: .districtYears).contains { $0.name == "Anti-social behaviour" })
    }

    @Test("how much of drugs and weapons is recorded follows how many are searched: no judgement is passed on it")
    func polarity() {
        let unjudged = Measure.builtIn(of: .streetCrime).filter { $0.polarity == .noJudgement }.map(\.name)
        #expect(unjudged == ["Drugs", "Possession of weapons", "Public disorder and weapons"])
    }
}
