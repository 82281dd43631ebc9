import DataFiles
import SampleData
import Testing

@testable import DataRegister

@Suite("A crime type is missing in the months before data.police.uk had it, not zero")
struct CrimeTypeTests {
    private static let every = [
        "Anti-social behaviour", "Bicycle theft", "Burglary", "Criminal damage and arson", "Drugs", "Other crime",
        "Other theft", "Possession of weapons", "Public disorder and weapons", "Public order", "Robbery",
        "Shoplifting", "Theft from the person", "Vehicle crime", "Violence and sexual offences", "Violent crime",
    ]

    @Test(
        "there were six categories, then eleven, then fourteen",
        arguments: [
            ("2010-12", 6), ("2011-08", 6), ("2011-09", 11), ("2013-04", 11), ("2013-05", 14), ("2026-01", 14),
        ] as [(Month, Int)])
    func categories(month: Month, count: Int) {
        #expect(Self.every.filter { CrimeType($0).existed(in: month) }.count == count)
    }

    @Test(
        "each began and ended with a reform of the categories",
        arguments: [
            ("Violent crime", "2013-04", true), ("Violent crime", "2013-05", false),
            ("Violence and sexual offences", "2013-04", false), ("Violence and sexual offences", "2013-05", true),
            ("Public disorder and weapons", "2011-08", false), ("Public disorder and weapons", "2011-09", true),
            ("Public disorder and weapons", "2013-05", false), ("Public order", "2013-05", true),
            ("Shoplifting", "2011-08", false), ("Shoplifting", "2011-09", true),
            ("Bicycle theft", "2013-04", false), ("Burglary", "2010-12", true),
            ("Anti-social behaviour", "2010-12", true),
        ] as [(String, Month, Bool)])
    func spans(type: String, month: Month, existed: Bool) {
        #expect(CrimeType(type).existed(in: month) == existed)
    }

    @Test(
        "a year in which a category was one for a part of it is a part, unless the rest was counted under names asked for too",
        arguments: [
            (["Shoplifting"], 2011, "‘Shoplifting’ was a category in 4 of its 12 months"),
            (["Shoplifting"], 2012, nil), (["Shoplifting"], 2010, "‘Shoplifting’ was no category of its own then"),
            (["Bicycle theft"], 2013, "‘Bicycle theft’ was a category in 8 of its 12 months"),
            (["Burglary", "Bicycle theft"], 2012, "‘Bicycle theft’ was no category of its own then"),
            (["Violent crime"], 2013, "‘Violent crime’ was a category in 4 of its 12 months"),
            (["Violence and sexual offences", "Violent crime"], 2013, nil),
            (["Violence and sexual offences", "Violent crime"], 2015, nil),
            (["Other theft", "Bicycle theft", "Theft from the person"], 2013, nil),
            (["Other theft", "Bicycle theft", "Other crime"], 2011, nil), (["All crime"], 2011, nil),
        ] as [([String], Int, String?)])
    func parts(types: [String], year: Int, reason: String?) {
        #expect(CrimeType.partlyCounted(types.map { CrimeType($0) }, in: .calendarYear(year)) == reason)
    }

    @Test("a type nobody has heard of yet is taken to have run throughout")
    func unknown() {
        #expect(CrimeType("Cyber crime").existed(in: "2010-12"))
    }

    @Test("anti-social behaviour is told apart by its name alone")
    func antiSocial() {
        #expect(CrimeType("Anti-social behaviour").isAntiSocialBehaviour)
        #expect(!CrimeType("Public order").isAntiSocialBehaviour)
    }
}
