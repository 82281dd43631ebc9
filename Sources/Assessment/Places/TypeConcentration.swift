import DataFiles
import DataRegister
import Statistics
import Wording

/// In how few small areas half of each type of crime lies.
struct TypeConcentration: Sendable {
    struct Line: Sendable {
        let subject: String
        let number: Int
        /// The fewest areas that hold half of it.
        let half: Int
        /// Nil of nothing.
        let gini: Double?
    }

    let period: Period
    let areas: Int
    /// All crime first, then the most gathered first, and anti-social behaviour last.
    let lines: [Line]

    /// Fewer lie in few places by chance alone.
    static let fewest = 20

    /// - Returns: nil where a month of the period is not here: what is missing may have been elsewhere.
    init?(_ data: DistrictData, over period: Period) {
        guard period.months.allSatisfy(data.covered.contains), data.living(over: period).count > 1
        else { return nil }
        // An area that had ended has none of anything, and would make the rest look the more gathered.
        let there = data.living(over: period)
        func line(_ subject: String, _ counts: [Int]) -> Line? {
            guard let found = try? Concentration(counts), found.events >= Self.fewest,
                let half = try? found.areas(holding: 50)
            else { return nil }
            return Line(
                subject: subject, number: found.events, half: half.fewest, gini: found.generalisedGini)
        }
        let types = data.types(over: [period]).compactMap { type in
            line(type.name, there.map { PlaceCounts.crimes(in: $0, of: type, over: period, known: data.covered) })
        }
        let crimes = types.filter { $0.subject != CrimeType.antiSocialBehaviour.name }
            .sorted { ($0.half, $0.subject) < ($1.half, $1.subject) }
        let all = line("All crime", there.map { PlaceCounts.crimes(in: $0, over: period, known: data.covered) })
        (self.period, areas) = (period, there.count)
        lines =
            [all].compactMap(\.self) + crimes
            + types.filter { $0.subject == CrimeType.antiSocialBehaviour.name }
        if lines.isEmpty { return nil }
    }

    var table: TextTable {
        TextTable(
            "How few small areas hold half of each type, \(period)",
            columns: [
                .text("Type"), .number("Number"), .number("Areas that hold half"),
                .number("Share of \(areas.grouped) areas"),
                .number("Gini index"),
            ],
            rows: lines.map { line in
                [
                    line.subject, line.number.grouped, line.half.grouped,
                    (Double(line.half) / Double(areas) * 100).rounded(places: 0) + "%",
                    line.gini?.rounded(places: 2) ?? "–",
                ]
            })
    }

    /// The same for programs.
    var facts: FactTable {
        FactTable(
            [
                "type", "from", "to", "count", "areas_holding_half", "areas", "areas_holding_half_percent",
                "gini_index",
            ],
            rows: lines.map { line in
                [
                    .text(line.subject), .text("\(period.from)"), .text("\(period.to)"), .whole(line.number),
                    .whole(line.half), .whole(areas), .number(Double(line.half) / Double(areas) * 100),
                    .number(line.gini),
                ]
            })
    }

    static let note =
        "The Gini index is 0 where every area has the same and 1 where one has all; where there are fewer crimes than areas it allows "
        + "for that. What is rare lies in few places by chance alone, so types with fewer than \(fewest) are left out. This is of "
        + "recorded numbers, and not of harm, which data of these types cannot tell."

    var sentence: String {
        guard let first = lines.first else { return Self.note }
        return
            "Half of \(first.subject.lowercased()) lay in \(first.half) of the \(areas) small areas. \(Self.note)"
    }
}
