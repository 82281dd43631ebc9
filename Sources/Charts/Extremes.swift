/// The highest and the lowest of named values, in words.
struct Extremes {
    private let ranked: [(name: String, value: Double)]
    private let missing: Int

    init(named values: [(name: String, value: Double?)]) {
        let known = values.compactMap { name, value in value.map { (name: name, value: $0) } }
        // A stable order, so that the same values give the same words.
        ranked = known.enumerated().sorted { ($1.element.value, $0.offset) < ($0.element.value, $1.offset) }.map(
            \.element)
        missing = values.count - known.count
    }

    /// "The highest is Burglary, with 164 crimes, followed by Robbery (26) and Drugs (12); the lowest is Arson (3)."
    ///
    /// - Parameter areAll: false where there are others, lower than all of these, so that none of these is the lowest.
    func sentence(format: ValueFormat, unit: String, areAll: Bool = true) -> String {
        guard let first = ranked.first, let last = ranked.last else { return "There is no data." }
        let absent = missing == 0 ? "" : missing == 1 ? " 1 has no data." : " \(missing) have no data."
        let most = format.amount(first.value, unit)
        if ranked.count == 1 { return "\(first.name) has \(most).\(absent)" }
        if first.value == last.value {
            return "\(areAll ? "All \(ranked.count) have" : "Each of the \(ranked.count) shown has") \(most).\(absent)"
        }
        func tell(_ one: (name: String, value: Double)) -> String { "\(one.name) (\(format.text(one.value)))" }
        guard areAll else {
            let followers = ranked.dropFirst().prefix(2).map(tell)
            return "The highest is \(first.name), with \(most), followed by \(followers.listed).\(absent)"
        }
        let lowest = ranked.filter { $0.value == last.value }
        let next = ranked.dropFirst().dropLast(lowest.count).prefix(2).map(tell)
        let followers = next.isEmpty ? "" : ", followed by \(next.listed)"
        let bottom =
            lowest.count == 1
            ? "the lowest is \(tell(last))" : "\(lowest.count) are lowest (\(format.text(last.value)))"
        return "The highest is \(first.name), with \(most)\(followers); \(bottom).\(absent)"
    }
}
