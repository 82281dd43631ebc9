import DataFiles
import Web

extension Refusals {
    /// The months that two fields of a form were given; what cannot be is refused beside its field.
    ///
    /// - Parameters:
    ///   - fields: of the first month and of the last.
    ///   - examples: of both, as a refusal gives them: `2015-01`.
    public mutating func period(
        _ first: String, _ last: String, fields: (first: String, last: String),
        like examples: (first: String, last: String) = (first: "2015-01", last: "2015-12")
    ) -> Period? {
        let (from, to) = (Month(first), Month(last))
        if from == nil { add("Enter the first month, like \(examples.first)", field: fields.first) }
        if to == nil { add("Enter the last month, like \(examples.last)", field: fields.last) }
        guard let from, let to else { return nil }
        do {
            return try Period(from: from, to: to)
        } catch {
            add("\(error)", field: fields.last)
            return nil
        }
    }
}
