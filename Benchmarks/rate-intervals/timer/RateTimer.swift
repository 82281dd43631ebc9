import Foundation
import Statistics

/// Works the intervals of two columns out, again and again, and prints, as one line of JSON, how long each time took.
/// See Benchmarks/rate-intervals/run.
///
///     RateTimer FOLDER TIMES
///
/// The folder holds the columns as the machine's own 64-bit numbers, `counts` and `populations`; the limits are written
/// beside them, `lower` and `upper`, so that others can be held against them.
@main
struct RateTimer {
    private struct Misuse: Error {}

    static func main() {
        do {
            let arguments = CommandLine.arguments
            guard arguments.count == 3, let times = Int(arguments[2]) else { throw Misuse() }
            let folder = URL(fileURLWithPath: arguments[1], isDirectory: true)
            let counts: [Int] = try column(folder, "counts")
            let populations: [Double] = try column(folder, "populations")
            var (lower, upper) = ([Double](), [Double]())
            var seconds: [Double] = []
            let clock = ContinuousClock()
            for _ in 0...times {
                let start = clock.now
                // With the table of small counts, which every call of a program for one column makes anew.
                let intervals = try RateIntervals(per: 1000, confidence: 0.95)
                try intervals.fill(lower: &lower, upper: &upper, counts: counts, populations: populations)
                seconds.append((clock.now - start) / .seconds(1))
            }
            try write(lower, to: folder.appendingPathComponent("lower"))
            try write(upper, to: folder.appendingPathComponent("upper"))
            // The first time is for the memory to be there.
            let found = Found(rows: counts.count, seconds: Array(seconds.dropFirst()))
            print(String(decoding: try JSONEncoder().encode(found), as: UTF8.self))
        } catch {
            print(error)
            exit(1)
        }
    }

    private static func column<Value: BitwiseCopyable>(_ folder: URL, _ name: String) throws -> [Value] {
        let data = try Data(contentsOf: folder.appendingPathComponent(name))
        let rows = data.count / MemoryLayout<Value>.stride
        return [Value](unsafeUninitializedCapacity: rows) { values, count in
            count = data.copyBytes(to: values) / MemoryLayout<Value>.stride
        }
    }

    private static func write(_ values: [Double], to file: URL) throws {
        try values.withUnsafeBytes { try Data($0).write(to: file) }
    }

    private struct Found: Encodable {
        let rows: Int
        let seconds: [Double]
    }
}
