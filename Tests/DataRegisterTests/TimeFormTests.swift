import DataFiles
import SampleData
import Testing

@testable import DataRegister

@Suite("When something happened, in the ways people write it")
struct TimeFormTests {
    @Test(
        "each way reads what it should, and the months are the right ones",
        arguments: [
            (TimeForm.isoDay, "2015-04-09", "April 2015"), (.isoDay, "2015-04-09 14:30:00", "April 2015"),
            (.isoDay, "2015-04-09T14:30", "April 2015"), (.britishDay, "09/04/2015", "April 2015"),
            (.britishDay, "9.4.15", "April 2015"), (.britishDay, "9 April 2015", "April 2015"),
            (.britishDay, "9th Apr 2015", "April 2015"), (.britishDay, "9-Sept-15", "September 2015"),
            (.britishDay, "31/12/2015 23:59", "December 2015"), (.americanDay, "4/9/2015", "April 2015"),
            (.month, "2015-04", "April 2015"), (.month, "201504", "April 2015"), (.month, "04/2015", "April 2015"),
            (.month, "April 2015", "April 2015"), (.month, "Apr-15", "April 2015"),
            (.quarter, "Q1 2015", "January to March 2015"), (.quarter, "2015-Q4", "October to December 2015"),
            (.quarter, "Quarter 2 2015", "April to June 2015"),
            (.financialQuarter, "Q1 2015/16", "April to June 2015"),
            (.financialQuarter, "2015/16 Q4", "January to March 2016"),
            (.financialQuarter, "Q4 2015", "January to March 2016"), (.year, "2015", "2015"),
            (.excelDay, "42103", "April 2015"), (.excelDay, "42094.99", "March 2015"),
            (.excelDay, "42095", "April 2015"), (.excelDay, "42429", "February 2016"),
            (.excelDay1904, "40641", "April 2015"),
            (.financialYear, "2015/16", "April 2015 to March 2016"),
            (.financialYear, "2015-16", "April 2015 to March 2016"),
            (.financialYear, "2015-2016", "April 2015 to March 2016"),
        ])
    func reads(form: TimeForm, text: String, period: String) {
        #expect(form.period(text)?.description == period)
    }

    @Test(
        "what is not written so is not read, nor is a day that the calendar has not",
        arguments: [
            (TimeForm.isoDay, "2015-02-30"), (.isoDay, "9/4/2015"), (.britishDay, "31/04/2015"),
            (.britishDay, "13/13/2015"),
            (.americanDay, "13/01/2015"), (.month, "2015-13"), (.month, "4/15"), (.month, "2015"),
            (.quarter, "Q5 2015"),
            (.quarter, "Q1 2015/16"), (.year, "2015/16"), (.year, "15"), (.financialYear, "2015/17"),
            (.excelDay, "4210"), (.excelDay, "421030"), (.excelDay, "-42103"), (.excelDay, "35795"),
            (.excelDay, "42103."),
            (.financialYear, "2015"),
            (.britishDay, ""), (.month, "April"), (.isoDay, "=TODAY()"),
        ])
    func refuses(form: TimeForm, text: String) {
        #expect(form.period(text) == nil)
    }

    @Test("where every value fits two ways, both are told: only a person can say which is meant")
    func ambiguous() {
        #expect(TimeForm.fitting(["1/2/2015", "3/4/2015"]) == [.britishDay, .americanDay])
        #expect(TimeForm.fitting(["1/2/2015", "13/4/2015"]) == [.britishDay])
        #expect(TimeForm.fitting(["1/2/2015", "4/13/2015"]) == [.americanDay])
        #expect(TimeForm.fitting(["Q1 2015", "Q2 2015"]) == [.quarter, .financialQuarter])
        #expect(TimeForm.fitting(["Q1 2015/16"]) == [.financialQuarter])
        #expect(TimeForm.fitting(["9 April 2015"]) == [.britishDay])
        #expect(TimeForm.fitting(["2015-04-09", "", " "]) == [.isoDay])
        #expect(TimeForm.fitting(["42013", "42014.5"]) == [.excelDay], "hardly any workbook counts from 1904")
        #expect(TimeForm.fitting(["hello", "2015"]).isEmpty)
        #expect(TimeForm.fitting([""]).isEmpty)
    }

    @Test("one day that is none, or of long ago, says nothing of how the others are written")
    func slips() {
        #expect(TimeForm.fitting(["31/02/2015", "13/4/2015", "14/4/2015"]) == [.britishDay])
        #expect(TimeForm.fitting(["01/05/1066", "1/2/2015", "3/4/2015"]) == [.britishDay, .americanDay])
        #expect(TimeForm.fitting(["2015-02-31", "2015-02-28", "2015-03-01"]) == [.isoDay])
        #expect(TimeForm.fault(ofDay: "31/02/2015") == "‘31/02/2015’ is no day of the calendar")
        #expect(TimeForm.fault(ofDay: "2015-02-31 10:00")?.contains("no day") == true)
        #expect(TimeForm.fault(ofDay: "31 February 2015")?.contains("no day") == true)
        #expect(TimeForm.fault(ofDay: "01/05/1066")?.contains("a year that data are not of") == true)
        for text in ["4/13/2015", "2015", "hello", "", "Q1 2015", "1/2/3/4"] {
            #expect(TimeForm.fault(ofDay: text) == nil, "\(text)")
        }
    }
}

@Suite("What must not be in a depersonalised set")
struct PersonalColumnTests {
    private func found(_ heading: String, _ values: String...) -> PersonalColumn.Kind? {
        PersonalColumn.found(in: [(heading, values)]).first?.kind
    }

    @Test(
        "a heading tells",
        arguments: [
            ("Surname", PersonalColumn.Kind.name), ("Victim name", .name), ("first_name", .name), ("DOB", .birth),
            ("Date of Birth", .birth), ("YOB", .birth), ("Y.O.B.", .birth), ("BirthYear", .birth),
            ("NHS No.", .nhsNumber), ("Email", .email), ("Mobile", .telephone),
            ("Tel", .telephone),
            ("Address Line 1", .address), ("House number", .address), ("Last name", .name), ("Family name", .name),
            ("Forename", .name), ("First name", .name), ("Full name", .name), ("Suspect name", .name),
            ("Client", .name), ("Victim", .name), ("OFFENDER", .name), ("Complainant", .name), ("Known as", .name),
        ])
    func headings(heading: String, kind: PersonalColumn.Kind) {
        #expect(found(heading, "x", "y", "z") == kind)
    }

    @Test("so do the values, whatever the heading says")
    func values() {
        #expect(found("Ref", "943 476 5919", "401 023 2137", "450 557 7104") == .nhsNumber)
        #expect(found("Location", "CT10 1AA", "CT9 2BB", "CT11 8CC") == .postcode)
        #expect(found("Contact", "a.bell@example.org", "", "see notes", "none") == .email)
        #expect(found("Contact", "01843 577000", "07700 900123", "+44 7700 900456") == .telephone)
        #expect(found("Field 7", "12/03/1954", "01/11/1987", "30/06/2004", "2/2/1990") == .birth)
        #expect(found("Caller", "Sarah Jones", "John O’Brien", "Smith, Emma") == .name)
    }

    @Test("places, types, days of incidents, counts and first halves of postcodes are nobody")
    func harmless() {
        #expect(found("Ward name", "Margate Central", "Cliftonville West", "Dane Valley") == nil)
        #expect(found("Name", "Margate Central", "Cliftonville West", "Dane Valley") == nil)
        #expect(found("Postcode", "CT10", "CT9", "CT11") == nil)
        #expect(found("LSOA", "E01024657", "E01024658", "E01024659") == nil)
        #expect(found("Date", "09/04/2015", "10/04/2015", "30/06/2015") == nil)
        #expect(found("Incident number", "1234567890", "1234567891", "1234567892") == nil)
        #expect(found("Type", "Assault", "Self harm", "Drug overdose") == nil)
        #expect(found("Count", "3", "4", "12") == nil)
    }

    /// What a penetration test got through with once, each with a heading that says nothing.
    private static let hidden: [(String, [String], PersonalColumn.Kind)] = [
        ("pc", ["CT10 1AA", "CT10 1AA"], .postcode),
        ("Notes", ["John Smith, 12 High Street, CT10 1AA, NHS 943 476 5919"], .nhsNumber),
        ("Notes", ["rang 07700 900123 about it"], .telephone),
        ("Notes", ["write to j.bell@example.org, please"], .email),
        ("pc", Array(repeating: "CT10", count: 10) + ["CT10 1AA"], .postcode), ("ref", ["NHS9434765919"], .nhsNumber),
        ("ref", ["943 476 5919", "n/k", "943 476 5919", "943 476 5919"], .nhsNumber),
        ("who", ["J Smith", "SMITH J", "K. Jones", "Smith"], .name),
        ("x", Array(repeating: "-", count: 101) + ["a@b.uk"], .email),
        ("UPRN", ["100032940001", "100032940002"], .address),
        ("pc", ["CT10\u{A0}1AA"], .postcode), ("pc", ["CT10-1AA"], .postcode),
        ("loc", ["Ramsgate CT11 8NJ"], .postcode),
        ("d2", (0..<10).map { "19\(30 + $0 * 5)0102" }, .birth), ("d2", ["born 1/2/1930", "born 2/2/1935"], .birth),
    ]

    /// Columns with the column that tells of what months the file is.
    private static let births: [(heading: String, values: [String], month: String?, kind: PersonalColumn.Kind?)] = [
        ("Ref", ["24.02.63", "19.11.63", "09.10.74"], "2014-01", .birth),
        ("Ref", ["24.02.63", "19.11.63", "09.10.74"], nil, .birth),
        ("Ref", ["24/02/63", "9/11/88", "1/1/01"], "2014-01", .birth),
        ("Ref", ["24-02-98", "19-11-99", "09-10-01"], "2014-01", .birth),
        ("Ref", ["24-02-41", "19-11-33", "09-10-28"], "2014-01", .birth),
        // Few, and close to one another, but decades before the file.
        ("D", ["10/05/1960", "11/05/1961", "12/05/1962", "21/05/1971"], "2014-01", .birth),
        ("D", ["1960-05-10", "1961-05-11"], nil, .birth), ("D", ["10/05/1960"], nil, .birth),
        ("Since", ["01/04/1999", "03/05/2006", "02/02/2013"], "2014-01", nil),
        // Days of incidents.
        ("Date", ["24.02.14", "19.11.14", "09.10.13"], "2014-01", nil),
        ("Date", ["24.02.14", "19.11.14", "09.10.13"], nil, nil),
        ("Date", ["24/02/14", "19/11/07", "09/10/09"], "2014-12", nil),
        ("Date", ["01/01/99", "09/10/00"], "2001-06", nil),
        ("Reported", ["24.02.14", "19.11.63", "09.10.14"], "2014-01", nil),
        ("Version", ["1.2.63", "note", "more", "x"], nil, nil),
        ("Grid", ["99.99.63", "88.88.63"], nil, nil),
        // By the heading.
        ("Born", ["x"], nil, .birth), ("Year of birth", ["1963"], nil, .birth), ("D.O.B.", ["x"], nil, .birth),
        ("Birth rate", ["12.1"], nil, nil), ("Births", ["12"], nil, nil),
        // Initials and age.
        ("Ref", ["DC 80", "JS 45", "AM 34", "RT 19"], nil, .initials),
        ("Ref", ["D.C. (80)", "J.S. (45)", "A.M. (34)"], nil, .initials),
        ("Ref", ["DC, aged 80", "JS, 45", "AM/34"], nil, .initials),
        // First halves of postcodes with a blank, roads, collar numbers, codes.
        ("Outward", ["CT 10", "CT 9", "ME 14", "TN 24", "DA 1"], nil, nil),
        ("Road", ["A 28", "M 25", "A 299"], nil, nil), ("Officer", ["PC 42", "PC 77", "PC 12"], nil, nil),
        ("Code", ["AB-12", "CD-40", "EF-77"], nil, nil), ("Beat", ["DC 80", "JS 45", "AM 34"], nil, nil),
    ]

    @Test(
        "births with years of two figures, and initials with ages, are found; days of incidents are not",
        arguments: births.indices)
    func shortBirths(index: Int) {
        let (heading, values, month, kind) = Self.births[index]
        let others = month.map { [(heading: "Month", values: [$0 + "-05"])] } ?? []
        let found = PersonalColumn.found(in: [(heading, values)] + others)
        #expect(found.map(\.kind) == [kind].compactMap(\.self), "\(values)")
        #expect(found.allSatisfy { $0.column == heading })
    }

    @Test("days years before the file’s months are asked about, days of its own time are not")
    func oldDays() throws {
        func doubts(_ days: [String], _ month: String) throws -> String {
            let rows = days.map { "\(month),\($0),3\n" }.joined()
            return try GivenTable(Array("M,D,N\n\(rows)".utf8), file: "a.csv").doubts.joined()
        }
        let young = ["10/05/2001", "11/06/1999", "12/07/2002", "13/08/1996"]
        for month in ["2014-01", "01/2014", "Jan 2014", "2014-01-31"] {
            #expect(try doubts(young, month).contains("as dates of birth would"), "\(month)")
            #expect(try doubts(["10/01/2014", "11/01/2014"], month).isEmpty, "\(month)")
        }
    }

    @Test("who stands inside a cell, in few rows or in few of many, is found", arguments: hidden.indices)
    func inside(index: Int) {
        let (heading, values, kind) = Self.hidden[index]
        #expect(PersonalColumn.found(in: [(heading, values)]).first?.kind == kind, "\(values)")
    }

    @Test("what a machine cannot tell is asked about: long texts, other people’s names, places to the metre")
    func doubts() throws {
        func doubts(_ heading: String, _ values: [String]) throws -> String {
            let rows = values.map { "E01024657,\"\($0)\"\n" }.joined()
            return try GivenTable(Array("LSOA,\(heading)\n\(rows)".utf8), file: "a.csv").doubts.joined()
        }
        let names = ["Agnieszka Kowalska", "Oluwaseun Adeyemi", "Rajesh Patel", "Xiu Ying Chen", "Svetlana Petrova"]
        #expect(try doubts("ref", names).contains("names of people"))
        #expect(
            try doubts("Seen by person", ["Smith", "Jones", "Smith", "Taylor"]).contains("its heading speaks of people")
        )
        #expect(try doubts("xy", ["TR 35000 65000", "TR 35001 65001"]).contains("to the metre"))
        #expect(try doubts("Notes", ["He said that the man next door had been at it again"]).contains("long texts"))
        let few = Array(repeating: "-", count: 2_000) + ["a@b.uk"]
        #expect(try doubts("x", few).contains("a few of its values have what looks like email addresses"))
        let surnames = ["Smith", "Patel", "Hollingbery", "Smith", "Okonkwo", "Fairbrass", "JONES", "Tapsell"]
        #expect(try doubts("Key", surnames).contains("look like surnames of people"))
        #expect(try doubts("Team", ["Blue", "White", "Green", "North", "Blue"]).isEmpty)
        #expect(try doubts("Street name", ["High Street", "King Street", "Marine Drive", "Station Road"]).isEmpty)
        #expect(try doubts("Ward", ["Dane Valley", "Margate Central", "Cliftonville West"]).isEmpty)
        #expect(try doubts("Type", ["Assault", "Assault", "Self Harm", "Assault"]).isEmpty)
        #expect(try doubts("Reference", ["2015-04-09 14:30", "01-02-2015 14:30", "AB12/2015", "E01024657"]).isEmpty)
    }

    @Test("names are found wherever in the file they stand")
    func late() throws {
        var rows = "LSOA,ref\n"
        for index in 0..<20_400 {
            rows += index < 20_001 || (index + 1).isMultiple(of: 16) ? "E01024657,\n" : "E01024657,John Smith\n"
        }
        #expect(try GivenTable(Array(rows.utf8), file: "a.csv").personal.map(\.kind) == [.name])
    }

    @Test("a number of the NHS has its check digit (modulus 11); one digit wrong is no such number")
    func modulus() {
        #expect(PersonalColumn.isNHSNumber("943 476 5919"))
        #expect(!PersonalColumn.isNHSNumber("943 476 5918"))
        #expect(!PersonalColumn.isNHSNumber("94347659"))
        #expect(!PersonalColumn.isNHSNumber("abcdefghij"))
    }

    @Test("it is said which column it is, why, and what to do")
    func words() {
        let column = PersonalColumn(column: "Location", kind: .postcode, isByValues: true)
        #expect(
            column.sentence
                == "The column ‘Location’ cannot be in a depersonalised data set: its values look like full postcodes. Ask the "
                + "provider to leave only the first half of each (CT10 of CT10 1AA), or to give the small area (LSOA).")
    }
}
