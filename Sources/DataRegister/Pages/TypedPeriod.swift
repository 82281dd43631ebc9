import DataFiles
import Web

extension Month {
    /// The first that anybody's data are of: crime has been recorded by the rules of today since 1998.
    public static let earliestOfData = Month(year: 1998, number: 1)
    /// The last that is read of anything.
    public static let latestOfAll = Month(year: years.upperBound, number: 12)
}

extension Refusals {
    /// The month that a field of a form was given; what is none, or lies further off than data do, is refused beside it.
    ///
    /// - Parameters:
    ///   - example: as a refusal gives it: `2015-01`.
    ///   - latest: the last that makes sense.
    public mutating func month(
        _ text: String, field: String, _ what: String = "a month", like example: String,
        upTo latest: Month = .latestOfAll
    ) -> Month? {
        guard let month = Month(text) else {
            // A month that is written as it should be, and lies beyond all reckoning, is not misspelt.
            if text.wholeMatch(of: /\d{4}-(0[1-9]|1[0-2])/) != nil {
                add(Self.beyond(text, latest, example), field: field)
            } else {
                add("Enter \(what), like \(example)", field: field)
            }
            return nil
        }
        guard (Month.earliestOfData...max(latest, .earliestOfData)).contains(month) else {
            add(Self.beyond(month.inWords, latest, example), field: field)
            return nil
        }
        return month
    }

    private static func beyond(_ month: String, _ latest: Month, _ example: String) -> String {
        "\(month) is not a month that there are data of. Enter one from \(Month.earliestOfData.inWords) to "
            + "\(latest.inWords), like \(example)"
    }

    /// The months that two fields of a form were given; what cannot be is refused beside its field.
    ///
    /// - Parameters:
    ///   - fields: of the first month and of the last.
    ///   - examples: of both, as a refusal gives them: `2015-01`.
    public mutating func period(
        _ first: String, _ last: String, fields: (first: String, last: String),
        like examples: (first: String, last: String) = (first: "2015-01", last: "2015-12"),
        upTo latest: Month = .latestOfAll
    ) -> Period? {
        let from = month(first, field: fields.first, "the first month", like: examples.first, upTo: latest)
        let to = month(last, field: fields.last, "the last month", like: examples.last, upTo: latest)
        guard let from, let to else { return nil }
        do {
            return try Period(from: from, to: to)
        } catch {
            add("\(error)", field: fields.last)
            return nil
        }
    }
}
