import DataRegister
import Foundation
import Statistics
import Wording

/// The districts most like the own one by deprivation, number of residents and crime mix.
struct NearestDistricts: Sendable {
    /// What is known of one district.
    struct Profile: Sendable {
        let name: String
        /// The mean score of its small areas.
        let deprivation: Double?
        let people: Int?
        /// How many crimes of each type, in the order of the types; nil where one is not known.
        let crimes: [Int]?

        var isWhole: Bool { deprivation != nil && people != nil && shares != nil }

        /// What part of its crime each type is.
        var shares: [Double]? {
            guard let crimes else { return nil }
            let all = crimes.reduce(0, +)
            return all > 0 ? crimes.map { Double($0) / Double(all) } : nil
        }
    }

    let found: [ComparatorWorking.Distance]
    let compared: Int
    let leftOut: Int

    /// How the distance is worked out, for whoever doubts it.
    static let method =
        "Districts are compared in three things that weigh alike: deprivation (the mean score of their small areas), residents "
        + "(their number on a logarithmic scale, so that twice as many counts the same anywhere), and crime mix (what part of "
        + "recorded crime each type is). Each difference is told in standard deviations of all districts; the crime mix is the "
        + "root of the mean square over its types, and the distance that over the three."

    /// - Parameters:
    ///   - number: how many are wanted.
    /// - Throws: ``NearestRefusal``, `StatisticsRefusal`
    init(to own: String, among profiles: [Profile], number: Int) throws {
        guard let place = profiles.firstIndex(where: { DistrictName($0.name) == DistrictName(own) }) else {
            throw NearestRefusal.ownUnknown(own, lacks: ["its counts"])
        }
        let mine = profiles[place]
        guard mine.isWhole else {
            let lacks = [
                mine.deprivation == nil ? "its deprivation" : nil, mine.people == nil ? "its residents" : nil,
                mine.shares == nil ? "its crime by type" : nil,
            ].compactMap(\.self)
            throw NearestRefusal.ownUnknown(own, lacks: lacks)
        }
        let types = mine.crimes?.count ?? 0
        let shares = profiles.map(\.shares)
        let distance = try StandardisedDistance(
            from: place,
            respects: [
                [profiles.map(\.deprivation)],
                [profiles.map { $0.people.map { log(Double(max($0, 1))) } }],
                (0..<types).map { type in shares.map { $0?[type] } },
            ])
        let known = zip(profiles, distance.places).compactMap { profile, place in
            place.map { (profile.name, $0) }
        }
        compared = known.count - 1
        leftOut = profiles.count - known.count
        found = known.filter { DistrictName($0.0) != DistrictName(own) }
            .sorted { ($0.1.distance, $0.0) < ($1.1.distance, $1.0) }
            .prefix(number)
            .map { name, place in
                ComparatorWorking.Distance(
                    district: name, total: place.distance, deprivation: place.parts[0], population: place.parts[1],
                    crimeMix: place.parts[2])
            }
    }
}

/// Why the nearest districts cannot be worked out.
enum NearestRefusal: Error, Hashable, CustomStringConvertible {
    case noOwnDistrict
    case noDeprivation
    case noPopulation
    case noCrime
    case ownUnknown(String, lacks: [String])

    var description: String {
        switch self {
        case .noOwnDistrict:
            "The partnership’s details name no district, so nothing can be near to it. Enter its district first."
        case .noDeprivation:
            "The nearest districts are found by deprivation among other things, and the Index of Multiple Deprivation is not "
                + "here. Import it first."
        case .noPopulation:
            "The nearest districts are found by their residents among other things, and no populations of districts are here. "
                + "Import them first."
        case .noCrime:
            "The nearest districts are found by their crime mix among other things, and no whole year of recorded crime by type "
                + "is here. Import the table of districts and years, or twelve months of every force, first."
        case .ownUnknown(let name, let lacks):
            "\(name) cannot be compared: \(lacks.inWords) \(lacks.count == 1 ? "is" : "are") not in the data. Import what is "
                + "missing first."
        }
    }
}
