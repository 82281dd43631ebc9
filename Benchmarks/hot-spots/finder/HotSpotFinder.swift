import Foundation
import Statistics

/// Finds hot spots in one map, as often as it is told to, and says each time, as one line of JSON, how long that took.
/// See Benchmarks/hot-spots/run.
///
///     HotSpotFinder VALUES NEIGHBOURS
///
/// A value on each line of the one file, the numbers of an area's neighbours on each line of the other. Then, a line of
/// standard input each: `gi PERMUTATIONS SEED`, `moran PERMUTATIONS SEED`, and `write FILE` for what was found last: z or I,
/// and the probability of the permutations, an area on each line.
@main
struct HotSpotFinder {
    private struct Misuse: Error {}

    /// What the map holds, and what was found in it last.
    private let values: [Double?]
    private let contiguity: Contiguity
    private var found: [(statistic: Double?, probability: Double?)] = []

    static func main() {
        do {
            var finder = try HotSpotFinder(Array(CommandLine.arguments.dropFirst()))
            while let line = readLine() {
                try finder.answer(line.split(separator: " ").map(String.init))
            }
        } catch {
            print(error)
            exit(1)
        }
    }

    private init(_ files: [String]) throws {
        guard files.count == 2 else { throw Misuse() }
        let lines = try files.map { file in
            try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
                .dropLast()
        }
        values = lines[0].map { Double($0) }
        contiguity = try Contiguity(neighbours: lines[1].map { $0.split(separator: " ").compactMap { Int($0) } })
    }

    private mutating func answer(_ words: [String]) throws {
        guard words.count > 1 else { throw Misuse() }
        if words[0] == "write" {
            let lines = found.map { "\($0.statistic ?? .nan) \($0.probability ?? .nan)\n" }
            try lines.joined().write(toFile: words[1], atomically: false, encoding: .utf8)
            print(#"{"written": \#(found.count)}"#)
        } else {
            guard words.count == 3, let permutations = Int(words[1]), let seed = UInt64(words[2]) else {
                throw Misuse()
            }
            let spent = try find(words[0], permutations, seed)
            print(#"{"seconds": \#(spent.seconds), "processor": \#(spent.processor)}"#)
        }
        // All streams: the reader waits for this line.
        fflush(nil)
    }

    private mutating func find(
        _ statistic: String, _ permutations: Int, _ seed: UInt64
    ) throws -> (seconds: Double, processor: Double) {
        let (start, used) = (ContinuousClock.now, Self.processorSeconds())
        let spent = { ((ContinuousClock.now - start) / .seconds(1), Self.processorSeconds() - used) }
        var chance = SplitMix64(seed: seed)
        let took: (Double, Double)
        if statistic == "gi" {
            let gi = try GiStar(of: values, among: contiguity, permutations: permutations, using: &chance)
            took = spent()
            found = gi.areas.map { ($0?.z, $0?.test?.probability) }
        } else {
            let moran = try LocalMoran(of: values, among: contiguity, permutations: permutations, using: &chance)
            took = spent()
            found = moran.areas.map { ($0?.value, $0?.test?.probability) }
        }
        return took
    }

    /// What this process has used of the processors, on all its threads.
    private static func processorSeconds() -> Double {
        var now = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }
}
