import Foundation
import Statistics

/// Works out a method for every series of a file, on so many threads; prints, as one line of JSON, how long that took from
/// series in memory to results in memory, and writes the results for comparison, as doubles. See Benchmarks/seasonality/run.
///
///     SeriesReckoner stl|xmr|farrington SERIES RESULTS THREADS
///
/// A series is a line of counts by month, parted by commas.
@main
struct SeriesReckoner {
    private struct Misuse: Error {}

    private typealias Method = @Sendable ([Double?]) throws -> [Double]

    static func main() async {
        let arguments = CommandLine.arguments
        do {
            guard arguments.count == 5, let threads = Int(arguments[4]), threads > 0 else { throw Misuse() }
            let text = try String(contentsOfFile: arguments[2], encoding: .utf8)
            let series = text.split(separator: "\n").map { line in line.split(separator: ",").map { Double($0) } }
            let start = ContinuousClock.now
            let method = try method(arguments[1], months: series.first?.count ?? 0)
            let results = try await reckon(series, threads, method)
            let seconds = (ContinuousClock.now - start) / .seconds(1)
            let bytes = results.joined().flatMap { row in row.withUnsafeBytes { Array($0) } }
            try Data(bytes).write(to: URL(fileURLWithPath: arguments[3]))
            print(#"{"seconds": \#(seconds), "series": \#(series.count)}"#)
        } catch {
            print(error)
            exit(1)
        }
    }

    private static func method(_ name: String, months: Int) throws -> Method {
        switch name {
        case "stl":
            let stl = try STL(count: months)
            return { values in
                let parts = try stl.decomposition(of: values)
                return parts.seasonal + parts.trend
            }
        case "xmr": return chart
        case "farrington": return exceedance
        default: throw Misuse()
        }
    }

    /// The mean, both limits, and of each month which rule it falls under, 0 for none.
    private static let chart: Method = { values in
        let chart = try XmRChart(values: values, direction: .decrease)
        let phase = chart.phases[0]
        let limits = [phase.mean, phase.limits?.lower, phase.limits?.upper].map { $0 ?? .nan }
        return limits
            + chart.points.map { point in
                let rule = point?.specialCause.flatMap { SpecialCause.allCases.firstIndex(of: $0) }
                return rule.map { Double($0 + 1) } ?? 0
            }
    }

    /// Of the newest month: what is expected, the bound, the dispersion, and whether it is exceptional.
    private static let exceedance: Method = { values in
        let counts = values.map { $0.map { Int($0) } }
        let found = try Exceedance(of: counts, at: counts.count - 1)
        return [
            found.expected ?? .nan, found.bound ?? .nan, found.dispersion, found.isExceptional ? 1 : 0,
        ]
    }

    private static func reckon(
        _ series: [[Double?]], _ threads: Int, _ method: @escaping Method
    ) async throws -> [[[Double]]] {
        try await withThrowingTaskGroup(of: (Int, [[Double]]).self) { group in
            for part in 0..<threads {
                let share = series[series.count * part / threads..<series.count * (part + 1) / threads]
                group.addTask { (part, try share.map(method)) }
            }
            var parts = Array(repeating: [[Double]](), count: threads)
            for try await (part, rows) in group { parts[part] = rows }
            return parts
        }
    }
}
