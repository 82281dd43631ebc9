import DataFiles
import Web
import Wording

/// What the columns of a partner's file mean, as it is asked and answered.
struct MappingForm {
    struct Typed {
        private let answers: [String: String]

        init(_ form: Form) {
            answers = Dictionary(uniqueKeysWithValues: MappingForm.names.map { ($0, form[$0]) })
        }

        /// What may be guessed from the headings and the values.
        init(guessing table: GivenTable) {
            var answers = ["polarity": Measure.Polarity.lowIsGood.rawValue, "unit": "incidents"]
            if let (column, form) = Self.place(in: table) {
                answers["place-column"] = column
                answers["place-form"] = form.rawValue
                answers["longitude-column"] =
                    form == .coordinates
                    ? table.columns.first { $0.heading.lowercased().contains("longitude") }?.heading : nil
            }
            if let time = Self.time(in: table) {
                answers["time-column"] = time.heading
                // Where it can be read in several ways only a person knows which is meant.
                answers["time-form"] = time.timeForms.count == 1 ? time.timeForms[0].rawValue : ""
            }
            let taken = [answers["place-column"], answers["longitude-column"], answers["time-column"]]
            let count = table.columns.first {
                $0.isNamedCount && $0.counts.mayBeCounts && !taken.contains($0.heading)
            }
            answers["count-column"] = count?.heading ?? ""
            let category = table.columns.first { column in
                ["category", "type", "measure", "kind"].contains { column.heading.lowercased().contains($0) }
                    && column.values != nil
            }
            answers["category-column"] = category?.heading ?? ""
            self.answers = answers
        }

        subscript(name: String) -> String { answers[name] ?? "" }

        /// Any five figures may be one of Excel's day numbers, so those are looked at last, and by their heading first.
        private static func time(in table: GivenTable) -> GivenTable.Column? {
            let columns = table.columns.filter {
                !$0.timeForms.isEmpty && !$0.heading.lowercased().contains("count")
            }
            func isNumber(_ column: GivenTable.Column) -> Bool {
                column.timeForms.allSatisfy { $0 == .excelDay || $0 == .excelDay1904 }
            }
            func isNamed(_ column: GivenTable.Column) -> Bool {
                ["date", "day", "time", "when", "month"].contains { column.heading.lowercased().contains($0) }
            }
            let words = columns.filter { !isNumber($0) }
            return words.first { $0.isReadWhole || isNamed($0) } ?? words.first ?? columns.first(where: isNamed)
        }

        private static func place(in table: GivenTable) -> (String, DataMapping.PlaceForm)? {
            let guesses: [(part: String, form: DataMapping.PlaceForm)] = [
                ("lsoa", .lsoaCode), ("ward code", .wardCode), ("wd", .wardCode), ("ward", .wardName),
                ("lad", .districtCode), ("district", .districtName), ("outward", .postcodeDistrict),
                ("postcode", .postcodeDistrict), ("latitude", .coordinates),
            ]
            for guess in guesses {
                let column = table.columns.first {
                    $0.heading.lowercased().replacing("_", with: " ").contains(guess.part)
                }
                guard let column else { continue }
                let isWhole = column.sample.allSatisfy {
                    PersonalColumn.isFullPostcode($0.uppercased().filter { $0 != " " })
                }
                return (column.heading, guess.form == .postcodeDistrict && isWhole ? .postcode : guess.form)
            }
            return nil
        }
    }

    private static let names = [
        "place-column", "place-form", "longitude-column", "time-column", "time-form", "category-column", "measure",
        "unit",
        "polarity", "count-column",
    ]

    let table: GivenTable
    let set: DataSet
    let typed: Typed
    /// What there is to say of what was not read.
    let remark: String?
    /// The measures that the set has.
    var known: [Measure] = []
    var refusals: Refusals?

    private let placeHint =
        "Latitude and longitude are put into the small areas (LSOAs) whose boundaries were imported, or, where there are none, "
        + "into districts."

    var fields: HTML {
        let headings = table.headings.map { Field.Choice($0, $0) }
        return """
            <h2>Where</h2>
            \(Field("place-column", "The column that says where", .choice([.init("", "Choose")] + headings), value: typed["place-column"], refusals: refusals).html)
            \(Field("place-form", "What stands in it", hint: placeHint, .choice([.init("", "Choose")] + places), value: typed["place-form"], refusals: refusals).html)
            \(Field("longitude-column", "The column of longitudes, if the place is latitude and longitude", .choice([.init("", "None")] + headings), value: typed["longitude-column"], refusals: refusals).html)
            <h2>When</h2>
            \(Field("time-column", "The column that says when", .choice([.init("", "Choose")] + headings), value: typed["time-column"], refusals: refusals).html)
            \(Field(
                "time-form", "How it is written", hint: timeHint,
                .choice([.init("", "Choose")] + TimeForm.allCases.map { .init($0.rawValue, $0.title) }),
                value: typed["time-form"], refusals: refusals
            ).html)
            <h2>What</h2>
            \(Field("category-column", "The column that says what", hint: "Each of its values becomes a measure.", .choice([.init("", "None: every row is of one thing")] + headings), value: typed["category-column"], refusals: refusals).html)
            \(Field("measure", "What every row is of, if there is no such column", hint: "Like ‘Assault’.", value: typed["measure"], refusals: refusals).html)
            \(Field("unit", "What is counted", hint: "In the plural, like ‘callouts’.", value: typed["unit"], refusals: refusals).html)
            \(Field("polarity", "How it is judged", .choice(Measure.Polarity.allCases.map { .init($0.rawValue, $0.title) }), value: typed["polarity"], refusals: refusals).html)
            <h2>How many</h2>
            \(Field("count-column", "The column of counts", hint: countHint, .choice([.init("", "None: each row is one incident")] + headings), value: typed["count-column"], refusals: refusals).html)
            """
    }

    /// Full postcodes have no place in a depersonalised set.
    private var places: [Field.Choice] {
        DataMapping.PlaceForm.allCases.filter { !set.isDepersonalised || $0 != .postcode }
            .map { .init($0.rawValue, $0.title) }
    }

    private var timeHint: String? {
        guard let column = table.column(typed["time-column"]), column.timeForms.count > 1 else { return nil }
        return
            "‘\(column.sample.first ?? "")’ and the rest can be read in \(column.timeForms.count) ways. Only you can say "
            + "which is meant."
    }

    /// Columns of numbers that are left out where each row is one.
    private var countHint: String? {
        guard typed["count-column"].isEmpty else { return nil }
        let used = ["place-column", "longitude-column", "time-column", "category-column"].map { typed[$0] }
        return NumbersLeftOut(of: table, besides: Set(used)).sentence
    }

    /// - Returns: the mapping, with what it measures.
    /// - Throws: `Refusals`
    func read() throws(Refusals) -> DataMapping {
        var refusals = Refusals()
        let (place, time) = (table.column(typed["place-column"]), table.column(typed["time-column"]))
        if place == nil { refusals.add("Choose the column that says where", field: "place-column") }
        if time == nil { refusals.add("Choose the column that says when", field: "time-column") }
        let placeForm = DataMapping.PlaceForm(rawValue: typed["place-form"])
        if placeForm == nil || placeForm == .postcode && set.isDepersonalised {
            refusals.add("Choose what stands in it", field: "place-form")
        }
        let longitude = placeForm == .coordinates ? table.column(typed["longitude-column"]) : nil
        if placeForm == .coordinates, longitude == nil {
            refusals.add("Choose the column of longitudes", field: "longitude-column")
        }
        let timeForm = TimeForm(rawValue: typed["time-form"])
        if timeForm == nil { refusals.add("Choose how the time is written", field: "time-form") }
        if let timeForm, let time, let cell = Self.unread(of: time, in: timeForm) {
            refusals.add("‘\(cell)’ is not written so. Choose another way", field: "time-form")
        }
        let (category, measures) = what(&refusals)
        let count: DataMapping.Count = table.column(typed["count-column"]).map { .column($0.heading) } ?? .rows
        try refusals.check()
        guard let place, let time, let placeForm, let timeForm, let category else {
            throw Refusals("Load the page again")
        }
        return DataMapping(
            headings: table.headings, placeForm: placeForm, placeColumn: place.heading,
            longitudeColumn: longitude?.heading, timeForm: timeForm, timeColumn: time.heading, category: category,
            count: count, measures: measures)
    }

    /// One of the first values where none of them can be read in a way; a day that the calendar has not tells nothing of it.
    private static func unread(of column: GivenTable.Column, in form: TimeForm) -> String? {
        guard !column.timeForms.contains(form), column.sample.allSatisfy({ form.period($0) == nil }) else { return nil }
        return column.sample.first { TimeForm.fault(ofDay: $0) == nil } ?? column.sample.first
    }

    private func what(_ refusals: inout Refusals) -> (DataMapping.Category?, [Measure]) {
        let (unit, polarity) = (typed["unit"], Measure.Polarity(rawValue: typed["polarity"]) ?? .noJudgement)
        if unit.isEmpty || unit.count > 60 { refusals.add("Enter what is counted, in a word or two", field: "unit") }
        func made(_ names: [String]) -> [(name: String, measure: Measure)] {
            var addresses = CategoryAddresses(of: set.address, known: known, for: names)
            return names.compactMap { name in
                addresses.address(of: name).map {
                    (name, Measure($0, name: name.singleBlanks, unit: unit, polarity: polarity))
                }
            }
        }
        guard let column = table.column(typed["category-column"]) else {
            guard !typed["measure"].isEmpty, typed["measure"].count <= 100,
                let one = made([typed["measure"]]).first?.measure
            else {
                refusals.add("Enter what every row is of", field: "measure")
                return (nil, [])
            }
            return (.one(one.address.name), [one])
        }
        guard let values = column.values else {
            refusals.add(
                "‘\(column.heading)’ has more than 60 different values. Choose a column with fewer, or none",
                field: "category-column")
            return (nil, [])
        }
        let measures = made(values.filter { !$0.singleBlanks.isEmpty })
        // What is written in several ways is called as it is first.
        let different = Dictionary(
            measures.map { ($0.measure.address, $0.measure) }, uniquingKeysWith: { first, _ in first })
        let addresses = Dictionary(
            measures.map { ($0.name, $0.measure.address.name) }, uniquingKeysWith: { first, _ in first })
        return (.column(column.heading, addresses), different.values.sorted { $0.address < $1.address })
    }
}
