import DataFiles

/// What of one column looks like somebody: every cell of it is looked at, and inside it.
struct PersonalTally {
    let heading: String
    /// Cells with anything in them.
    private(set) var cells = 0
    private var emails = 0
    private var postcodes = 0
    private var wholePostcodes = 0
    private var telephones = 0
    private var births = 0
    private var namedNHSNumbers = 0
    private var tenDigits = 0
    private var checked = 0
    private var names = 0
    private var surnames = 0
    private var shapes = NameTally()
    private var excelDays: ExcelDayTally
    /// The names of known places, in small letters: those are nobody.
    private let places: Set<String>
    private var long = 0
    private var gridReferences = 0
    /// The cells that are a day, by its year.
    private var years: [Int: Int] = [:]
    /// The cells that are a day whose year has two figures, by those.
    private var shortYears: [Int: Int] = [:]
    /// The newest month among the cells that are one, and how many those are.
    private var newestMonth: Int?
    private var months = 0
    private var initials: [String: Int] = [:]
    private var ages: ClosedRange<Int>?
    /// What was found in a value before: most columns say few things over and over.
    private var known: [String: Found] = [:]
    private static let mostKnown = 2_000
    /// Texts longer than this hardly come twice, and take room.
    private static let longestKnown = 200
    private var longOnes = 0
    private var smallNumbers = 0
    /// Whether there are more different values than are remembered.
    private var isVaried = false

    private struct Found {
        let marks: PersonalMarks
        let isWholePostcode: Bool
        let isName: Bool
        let isSurname: Bool
        let shape: NameShape?
        let isLong: Bool
        let isGridReference: Bool
        let year: Int?
        let shortYear: Int?
        let month: Period?
        let initials: InitialsWithAge?

        init(_ text: String, _ make: CellMake, isPlace: Bool) {
            marks = make.mayHaveMarks ? PersonalMarks(in: text) : PersonalMarks()
            isWholePostcode = make.mayBePostcode && PersonalColumn.isFullPostcode(text)
            let mayBeName = make.mayBeName && !isPlace
            shape = mayBeName ? NameShape(text) : nil
            isName =
                mayBeName && PersonNames.looksLikeOne(text)
                || shape?.form == .withInitials && shape?.isCapitalised == true
            isSurname = mayBeName && PersonNames.isSurname(text)
            isLong = make.length >= 40 && make.blanks >= 5 && text.split(separator: " ").count >= 6
            isGridReference = make.mayBeGridReference && PersonalColumn.isGridReference(text)
            shortYear = make.mayBeDay ? ShortDay.year(of: text) : nil
            year = make.mayBeDay && shortYear == nil ? PersonalColumn.year(ofDay: text) : nil
            month = year == nil && shortYear == nil && make.mayBeMonth ? TimeForm.month.period(text) : nil
            initials = make.length <= InitialsWithAge.longest ? InitialsWithAge(text) : nil
        }
    }

    /// - Parameters:
    ///   - places: the names of those that are known, in small letters.
    ///   - days: from when the file counts days.
    init(_ heading: String, places: Set<String> = [], days: ExcelDay.System = .from1900) {
        (self.heading, self.places) = (heading, places)
        excelDays = ExcelDayTally(days)
    }

    /// - Parameter cell: without blanks around it.
    mutating func add(_ cell: String) { add(cell, CellMake(cell.utf8)) }

    /// - Parameter make: of the cell, with the blanks around it or without.
    mutating func add(_ cell: String, _ make: CellMake) {
        guard !cell.isEmpty else { return }
        cells += 1
        // Most cells of most tables, and they can be nobody.
        if make.isSmallNumber {
            smallNumbers += 1
            if make.mayBeMonth { addMonth(TimeForm.month.period(cell)) }
            if make.mayBeExcelDay { excelDays.add(cell) }
            return
        }
        let (found, isNew) = found(cell, make)
        emails += found.marks.hasEmail ? 1 : 0
        postcodes += found.marks.hasPostcode ? 1 : 0
        wholePostcodes += found.isWholePostcode ? 1 : 0
        telephones += found.marks.hasTelephone ? 1 : 0
        births += found.marks.hasBirth ? 1 : 0
        namedNHSNumbers += found.marks.hasNamedNHSNumber ? 1 : 0
        tenDigits += found.marks.tenDigits
        checked += found.marks.checked
        names += found.isName ? 1 : 0
        surnames += found.isSurname ? 1 : 0
        if let shape = found.shape { shapes.add(shape, isNew: isNew) }
        long += found.isLong ? 1 : 0
        gridReferences += found.isGridReference ? 1 : 0
        if let year = found.year { years[year, default: 0] += 1 }
        if let year = found.shortYear { shortYears[year, default: 0] += 1 }
        addMonth(found.month)
        if let one = found.initials {
            initials[one.letters, default: 0] += 1
            ages = min(ages?.lowerBound ?? one.age, one.age)...max(ages?.upperBound ?? one.age, one.age)
        }
    }

    private mutating func found(_ cell: String, _ make: CellMake) -> (Found, isNew: Bool) {
        if let before = known[cell] { return (before, false) }
        let isPlace = !places.isEmpty && make.length <= NameShape.longest && places.contains(cell.lowercased())
        let found = Found(cell, make, isPlace: isPlace)
        if make.length > Self.longestKnown {
            longOnes += 1
        } else if known.count < Self.mostKnown {
            known[cell] = found
            return (found, true)
        } else {
            isVaried = true
        }
        return (found, false)
    }

    private mutating func addMonth(_ month: Period?) {
        guard let year = month?.from.year else { return }
        months += 1
        newestMonth = max(newestMonth ?? year, year)
    }

    private func share(_ count: Int) -> Double { cells > 0 ? Double(count) / Double(cells) : 0 }

    private var spread: NameTally.Spread {
        .init(cells: cells, told: cells - smallNumbers, different: isVaried ? nil : known.count + longOnes)
    }

    /// One cell in a thousand is enough to refuse a column; fewer are asked about.
    private static let refused = 0.001

    /// By chance one number of ten digits in eleven has the check digit.
    private var isNHSNumbers: Bool {
        checked > 0 && (checked == tenDigits || checked > 1 && Double(checked) / Double(tenDigits) > 0.3)
    }

    private var found: [(kind: PersonalColumn.Kind, count: Int)] {
        [
            (.nhsNumber, isNHSNumbers ? checked : namedNHSNumbers), (.email, emails), (.postcode, postcodes),
            (.telephone, telephones), (.birth, births),
        ]
    }

    /// Why it cannot be in a depersonalised set; nil where it may.
    ///
    /// - Parameter newest: the newest year that other columns of the file name; nil where none does.
    func kind(inFileUpTo newest: Int?) -> PersonalColumn.Kind? {
        if let one = found.first(where: { $0.count > 0 && share($0.count) >= Self.refused }) { return one.kind }
        if share(wholePostcodes) > 0.1 { return .postcode }
        if isBirths || isLongAgo(inFileUpTo: newest) || isShortBirths(inFileUpTo: newest) { return .birth }
        if excelBirth(inFileUpTo: newest) != nil, PersonalColumn.speaksOfSomebodysDay(heading) { return .birth }
        if isInitials { return .initials }
        return share(names) > 0.3 || shapes.isOfPeople(under: heading, spread) ? .name : nil
    }

    /// What a person is to look at, because a machine cannot tell; nil where there is nothing.
    ///
    /// - Parameter newest: the newest year that other columns of the file name; nil where none does.
    func doubt(inFileUpTo newest: Int?) -> String? {
        if let one = found.first(where: { $0.count > 0 }) {
            return "a few of its values have what looks like \(one.kind.title)"
        }
        if hasOldDays(inFileUpTo: newest) {
            return
                "some of its days lie more than \(ShortDay.long) years before what the file tells of, as dates of birth would"
        }
        if share(names) > 0.02 { return "some of its values look like names of people" }
        if PersonalColumn.isAboutPeople(heading), shapes.capitalised + names > 0 {
            return "its heading speaks of people, and its values may be their names"
        }
        // The list has what about every third person is called.
        if share(surnames) > 0.3 || share(surnames) > 0.15 && share(shapes.capitalised) > 0.6 {
            return "its values look like surnames of people"
        }
        if long > 0, spread.isMostlyDifferent { return "it has long texts, in which somebody may be told" }
        if share(gridReferences) > 0.5 || PersonalColumn.isGridHeading(heading) {
            return "it may say to the metre where something was, and so whose home it was"
        }
        return shapes.mayBePeople(under: heading, spread) ? "its values may be names of people" : nil
    }

    /// What a person is to look at in its numbers, unless they are the counts of the file.
    func doubtOfNumbers(inFileUpTo newest: Int?) -> String? {
        guard !PersonalColumn.isOfAmounts(heading) else { return nil }
        return excelBirth(inFileUpTo: newest).map {
            "its numbers could be dates of birth as Excel counts days: \($0)"
        }
    }

    private func excelBirth(inFileUpTo newest: Int?) -> String? {
        excelDays.example(of: cells, inFileUpTo: newest)
    }

    /// Whether it is rather of places than of people.
    var isPlaces: Bool { cells > 0 && share(names) < 0.1 }

    /// Days that lie decades apart, most of them long ago: nobody's callouts run so.
    private var isBirths: Bool {
        let days = years.values.reduce(0, +)
        guard days > 1, Double(days) > Double(cells) * 0.8 else { return false }
        let sorted = years.sorted { $0.key < $1.key }
        guard let first = sorted.first?.key, let last = sorted.last?.key else { return false }
        var before = 0
        let middle = sorted.first { year in
            before += year.value
            return before > days / 2
        }
        return last - first >= 25 && last - (middle?.key ?? last) >= 10
    }

    /// Days most of which lie decades before what the file is of, however few they are.
    private func isLongAgo(inFileUpTo newest: Int?) -> Bool {
        let days = years.values.reduce(0, +)
        guard days > 0, Double(days) > Double(cells) * 0.8 else { return false }
        return years.filter { PersonalColumn.isLongAgo($0.key, upTo: newest) }.values.reduce(0, +) * 2 > days
    }

    /// Days of which some are nothing that happened in the file, though not decades older: of somebody young, or of long before.
    private func hasOldDays(inFileUpTo newest: Int?) -> Bool {
        guard let newest else { return false }
        let days = years.values.reduce(0, +)
        return years.filter { newest - $0.key > ShortDay.long }.values.reduce(0, +) * 10 > days
    }

    var tellsWholeYears: Bool { !years.isEmpty || months > 0 }

    /// The newest year of its days or months; nil of a column of other things.
    var newestYear: Int? {
        if let newestMonth, Double(months) > Double(cells) * 0.8 { return newestMonth }
        let long = years.values.reduce(0, +)
        let short = shortYears.values.reduce(0, +)
        guard long + short > 0, Double(long + short) > Double(cells) * 0.8 else { return nil }
        // What is long ago at any rate is no year of a file.
        let told =
            years.keys.map(\.self) + shortYears.keys.filter { !ShortDay.isLongAgo($0, upTo: nil) }.map(ShortDay.recent)
        return told.max()
    }

    /// Days whose year has two figures, most of them more than ten years before what the file is of.
    private func isShortBirths(inFileUpTo newest: Int?) -> Bool {
        let days = shortYears.values.reduce(0, +)
        guard days > 1, Double(days) > Double(cells) * 0.8 else { return false }
        let old = shortYears.filter { ShortDay.isLongAgo($0.key, upTo: newest) }.values.reduce(0, +)
        return old * 2 > days
    }

    /// Most cells are two or three letters and an age; the first half of a postcode with a blank in it is none.
    private var isInitials: Bool {
        guard let ages, ages.upperBound - ages.lowerBound >= 5, initials.count >= 3,
            !PersonalColumn.isAboutPlaces(heading)
        else { return false }
        let people = initials.filter { !InitialsWithAge.isPostcodeArea($0.key) }.values.reduce(0, +)
        return share(initials.values.reduce(0, +)) > 0.5 && share(people) > 0.3
    }

    var hasWholePostcodes: Bool { postcodes + wholePostcodes > 0 }
}
