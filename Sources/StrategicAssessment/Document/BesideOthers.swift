import DataFiles
import Wording

/// The own district beside those of the set that rankings compare with, by the rates of the themes' measures.
public struct BesideOthers: Sendable, Hashable {
    /// How it stands on what one theme counts.
    public struct Standing: Sendable, Hashable {
        /// Of the own district: "28.4", for each 1,000 people.
        public let rate: String
        /// "27.1 to 29.8"
        public let interval: String
        /// The group's: "22.0"
        public let mean: String
        /// "Higher, worse", "Not distinguishable": as chance allows to tell.
        public let besideMean: String
        /// "3 of 15"
        public let place: String
        /// "2 to 5": the places that chance does not tell from it; one where it tells all.
        public let couldBe: String
        /// Which measures over which months.
        public let what: String
        /// Which months those are: others than were asked for where the table of years tells of whole years alone.
        public let period: String
        /// What it says in full, with its source.
        public let figure: Evidence.Figure
        /// The same as numbers.
        public let numbers: Numbers?

        public init(
            rate: String, interval: String, mean: String, besideMean: String, place: String, couldBe: String,
            what: String, period: String, figure: Evidence.Figure, numbers: Numbers? = nil
        ) {
            self.numbers = numbers
            (self.rate, self.interval, self.mean) = (rate, interval, mean)
            (self.besideMean, self.place, self.couldBe) = (besideMean, place, couldBe)
            (self.what, self.period, self.figure) = (what, period, figure)
        }
    }

    /// A standing as programs load it: rates for each 1,000 people, and places from the highest rate.
    public struct Numbers: Sendable, Hashable, Codable {
        let per1000: Double?
        let per1000Lower: Double?
        let per1000Upper: Double?
        let groupMeanPer1000: Double?
        let placeNumber: Int
        let placeOf: Int
        let couldBeFrom: Int?
        let couldBeTo: Int?

        public init(
            rate: Double, lower: Double, upper: Double, mean: Double, place: Int, of: Int, couldBe: ClosedRange<Int>?
        ) {
            (per1000, per1000Lower, per1000Upper) = (Self.plain(rate), Self.plain(lower), Self.plain(upper))
            (groupMeanPer1000, placeNumber, placeOf) = (Self.plain(mean), place, of)
            (couldBeFrom, couldBeTo) = (couldBe?.lowerBound, couldBe?.upperBound)
        }

        // What is not there is said to be null, and not left out.
        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            for (key, value) in [
                (CodingKeys.per1000, per1000), (.per1000Lower, per1000Lower), (.per1000Upper, per1000Upper),
                (.groupMeanPer1000, groupMeanPer1000),
            ] {
                try fields.encode(value, forKey: key)
            }
            try fields.encode(placeNumber, forKey: .placeNumber)
            try fields.encode(placeOf, forKey: .placeOf)
            try fields.encode(couldBeFrom, forKey: .couldBeFrom)
            try fields.encode(couldBeTo, forKey: .couldBeTo)
        }

        private static func plain(_ value: Double) -> Double? { Measured(value, "").value }
    }

    /// One theme, and why nothing can be told of it where that is so.
    public struct Row: Sendable, Hashable {
        public let theme: String
        public let told: Result<Standing, Evidence.Missing>

        public init(_ theme: String, _ told: Result<Standing, Evidence.Missing>) {
            (self.theme, self.told) = (theme, told)
        }
    }

    /// The set as it is cited, with its version; nil where none is used for the ranking.
    public let set: String?
    /// Of the themes of which something is counted, in their order.
    public let rows: [Row]

    public init(set: String?, rows: [Row]) {
        (self.set, self.rows) = (set, rows)
    }

    var told: [(theme: String, standing: Standing)] {
        rows.compactMap { row in (try? row.told.get()).map { (row.theme, $0) } }
    }

    /// Those of which nothing can be told, with the reason once for all that share it.
    var untold: [(themes: [String], reason: String)] {
        var found: [(themes: [String], reason: String)] = []
        for row in rows {
            guard case .failure(let missing) = row.told else { continue }
            if let same = found.firstIndex(where: { $0.reason == missing.reason }) {
                found[same].themes.append(row.theme)
            } else {
                found.append(([row.theme], missing.reason))
            }
        }
        return found
    }

    /// What is said of it first.
    var sentence: String {
        guard let set else {
            return "The district is not set beside others here: no set of districts to compare with has been chosen."
        }
        guard !rows.isEmpty else { return "It would be set beside \(set), but nothing is counted for any theme yet." }
        return told.isEmpty ? "It would be set beside \(set), but no rate can be told." : "Compared with: \(set)."
    }

    /// What must be said beside the table: once what holds of every row, and by its themes what holds of some.
    var notes: [(themes: [String], note: String)] {
        var found: [(note: String, themes: [String])] = []
        for row in told {
            for note in row.standing.figure.notes {
                if let same = found.firstIndex(where: { $0.note == note }) {
                    found[same].themes.append(row.theme)
                } else {
                    found.append((note, [row.theme]))
                }
            }
        }
        let said = found.filter { found in !Self.saidElsewhere.contains(where: found.note.hasPrefix) }
        return Self.merged(said).map { ($0.themes.count == told.count ? [] : $0.themes, $0.note) }
            + untold.map { ($0.themes, $0.reason) }
    }

    /// Notes that differ in one number alone become one, which says the number of each theme.
    private static func merged(_ notes: [(note: String, themes: [String])]) -> [(note: String, themes: [String])] {
        struct Form: Hashable {
            let before: Substring
            let after: Substring
        }
        var (forms, numbers): ([Form?], [Form: [(number: Substring, themes: [String])]]) = ([], [:])
        for (note, themes) in notes {
            let found = note.firstMatch(of: /\d+\.\d+/)
            let form = found.map { Form(before: note[..<$0.range.lowerBound], after: note[$0.range.upperBound...]) }
            forms.append(form)
            if let form, let found { numbers[form, default: []].append((found.output, themes)) }
        }
        var (merged, done): ([(note: String, themes: [String])], Set<Form>) = ([], [])
        for (note, form) in zip(notes, forms) {
            guard let form, let all = numbers[form], all.count > 1 else {
                merged.append(note)
                continue
            }
            guard done.insert(form).inserted else { continue }
            let each = all.map { "\($0.number) (\($0.themes.inWords))" }.inWords
            // Each theme stands beside its number, and not before the note again.
            merged.append(("\(form.before)\(each)\(form.after)", []))
        }
        return merged
    }

    /// The set stands over the table, the mean in it, and how to read it below; a second rate of the group beside each theme's
    /// own would be read for its mean.
    private static let saidElsewhere = [
        "Compared with: ", "The group’s mean, ", "Together those districts have ", "A place in a table is no measure",
    ]

    /// The months that its rates are of, each once.
    var periods: [String] { told.map(\.standing.period).unique }

    /// The set as it is, where anything is told among it.
    var comparedWith: ComparedSet? { told.lazy.compactMap(\.standing.figure.comparedWith).first }

    /// What they rest on.
    var releases: [Evidence.Release] { told.flatMap(\.standing.figure.releases) }

    /// How to read the table.
    static let reading = """
        Rates are for each 1,000 people. The group’s mean is the plain mean of its districts’ rates, the own one among them. A \
        difference is told only where it is more than chance; the places that it could have are those that chance does not tell \
        from its own. Higher is above the 95% limit of such districts, far higher above the 99.8% limit; scores follow these limits. A \
        place in a table is no measure of how well a district does.
        """
}
