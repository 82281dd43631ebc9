import DataFiles
import Storage
import Wording

/// Rows of one place and measure of which everything but the time was understood: they belong to one of the periods of their file, and
/// nobody knows to which.
public struct UndatedRows: Hashable, Sendable {
    /// The measure’s own name in the set.
    public let measure: String
    public let place: Place
    public let number: Int

    public init(_ measure: String, at place: Place, _ number: Int) {
        (self.measure, self.place, self.number) = (measure, place, number)
    }
}

extension Writing {
    func take(_ undated: [UndatedRows], from release: ID<Release>) throws {
        try insert(
            undated, into: "undated_row", columns: ["partnership", "data_release", "measure", "place", "number"]
        ) { [partnership, release, $0.measure, $0.place.key, $0.number] }
    }
}

extension Reading {
    /// Of which releases and measures there are rows without a time that are of a place, or may be: by release, measure and the key
    /// of their own place, how many.
    func undated(in place: Place, _ periods: [DataSetPeriod]) throws -> [UndatedKey: Int] {
        var found: [UndatedKey: Int] = [:]
        for (level, periods) in Dictionary(grouping: periods, by: \.level) {
            guard let isThere = try observed(at: level, in: place) else { continue }
            // Of a place that is not known they may lie in any above, as a row with a time may.
            let mayBe: SQL = level == place.level ? "FALSE" : "observation.place = \(Place.unknownKey)"
            for row in try rows(
                """
                SELECT data_release, measure, place, number FROM undated_row AS observation
                WHERE partnership = \(partnership) AND data_release IN \(Set(periods.map(\.release)).sorted())
                    AND (\(isThere) OR \(mayBe))
                """)
            {
                let key = try UndatedKey(release: row("data_release"), measure: row("measure"), place: row("place"))
                found[key] = try row("number")
            }
        }
        return found
    }

    /// The keys of the places of which some releases have rows of a measure without a time; that of no place among them where one
    /// names none that is known.
    func placesUndated(_ measure: String, in releases: Set<ID<Release>>) throws -> Set<String> {
        Set(
            try rows(
                """
                SELECT DISTINCT place FROM undated_row
                WHERE partnership = \(partnership) AND data_release IN \(releases.sorted()) AND measure = \(measure)
                """
            ).map { try $0("place") })
    }
}

/// Which rows without a time.
struct UndatedKey: Hashable, Sendable {
    let release: ID<Release>
    let measure: String
    let place: String
}

/// What is left out of a number because its rows lack a place or a time.
struct RowsLeftOut {
    /// How many of what is counted name no place that can be used.
    var unplaced = 0
    let of: UnplacedRows.Counted
    /// How many have no time that can be read.
    var undated = 0

    var areThere: Bool { unplaced + undated > 0 }

    /// "7 of the fires in its files name no place that can be used"
    var reason: String {
        [
            unplaced > 0 ? of.words(unplaced) : nil,
            undated > 0
                ? "\(undated.counted("row", "rows")) of its files \(undated == 1 ? "has" : "have") no day or month that can be read"
                : nil,
        ].compactMap(\.self).inWords
    }

    var remedy: String {
        let lacking = [
            unplaced > 0 ? "a place that can be used" : nil, undated > 0 ? "a day or month that can be read" : nil,
        ].compactMap(\.self)
        return "Give those rows \(lacking.inWords), and import the file again."
    }
}
