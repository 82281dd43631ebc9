import Foundation
import Storage
import Wording

/// How severe each offence is, as somebody published it: the ONS Crime Severity Score, the Cambridge Crime Harm Index. The
/// weights are the publisher’s and none of ours.
public struct SeverityList: Sendable, Hashable {
    /// What is said of it, so that anybody finds it.
    public struct Details: Sendable, Hashable {
        let title: String
        let publisher: String
        let published: Day
        let link: String
        let licence: String
        /// What one point is: "days of custody". Empty where the publisher does not say.
        let unit: String
    }

    /// One offence with its weight.
    public struct Row: Sendable, Hashable, Codable {
        /// In the file, the header being 1.
        let line: Int
        let offence: String
        let weight: Double
    }

    /// By which it goes in addresses, in all its versions.
    let address: String
    /// From 1; each supersedes the one before.
    let version: Int
    let details: Details
    /// The file as whoever gave it called it.
    let file: String
    let rows: [Row]
    let enteredBy: String
    let at: Date
    /// By their plain names: a ranking looks up every category of every theme.
    private let byName: [String: Row]

    init(
        address: String, version: Int, details: Details, file: String, rows: [Row], enteredBy: String, at: Date
    ) {
        (self.address, self.version, self.details, self.file) = (address, version, details, file)
        (self.rows, self.enteredBy, self.at) = (rows, enteredBy, at)
        byName = Dictionary(rows.map { (Self.plain($0.offence), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// "Crime Severity Score, Office for National Statistics, 1 November 2016"
    var citation: String { "\(details.title), \(details.publisher), \(details.published.words)" }

    /// What it says of an offence that is called so, and of no other.
    func row(for name: String) -> Row? { byName[Self.plain(name)] }

    /// A name without what spellings differ in: capitals, blanks and marks.
    static func plain(_ name: String) -> String {
        name.lowercased().replacing("&", with: " and ").split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }
}

extension Double {
    /// A weight as it was published: "7,979", "16.4", "0.04"; a sum of such with as many decimals as they have, six at most.
    var asWeight: String {
        if self == rounded(), abs(self) < 1e15 { return Int(self).grouped }
        var scale = 1.0
        for places in 1...6 {
            scale *= 10
            if abs((self * scale).rounded() - self * scale) < 1e-6 * max(1, abs(self)) {
                return rounded(places: places)
            }
        }
        return rounded(places: 6)
    }
}

/// Something that a data set here counts.
struct CountedCategory: Sendable, Hashable {
    /// "street-crime/burglary"
    let address: String
    let name: String
    /// What its data set is called.
    let set: String
    /// Whether it is a type of data.police.uk, and no offence.
    let isPoliceType: Bool
    /// What is counted, in the plural: "offences", "calls"; nil where that is not known.
    var unit: String?

    /// What one weight would have to stand for; nil where it is no broad category.
    var breadth: String? {
        // A call to an assault, or a visit after one, is not an assault: weights are of offences.
        if let unit, !["crime", "offence", "incident"].contains(where: unit.lowercased().contains) {
            return "\(unit), and no offences"
        }
        let held = Self.broad[SeverityList.plain(name)]
        return isPoliceType || Self.alwaysBroad.contains(SeverityList.plain(name)) ? held : nil
    }

    /// What the types of data.police.uk hold that are more than one offence.
    private static let broad: [String: String] = [
        "violence and sexual offences": "everything from common assault to homicide",
        "violent crime": "everything from common assault to homicide",
        "burglary": "burglary of sheds and of homes at night alike",
        "robbery": "robbery of a telephone and of a bank alike",
        "vehicle crime": "theft of a car and interference with one alike",
        "other theft": "every theft that has no type of its own",
        "criminal damage and arson": "a scratched car and arson that endangers life alike",
        "drugs": "possession of cannabis and trafficking alike",
        "possession of weapons": "a pepper spray and a firearm alike",
        "public order": "rude words and riot alike",
        "public disorder and weapons": "rude words and firearms alike",
        "other crime": "whatever has no type of its own",
        "anti social behaviour": "incidents of every kind, which are no crimes",
    ]

    /// Those that are broad in whatever set: nobody publishes one weight for them.
    private static let alwaysBroad: Set<String> = [
        "violence and sexual offences", "violent crime", "vehicle crime", "other theft", "criminal damage and arson",
        "drugs",
        "public order", "public disorder and weapons", "other crime", "anti social behaviour",
    ]
}

/// Which of a list’s rows are of something that is counted here, and why the others are not.
struct SeverityMatch: Sendable {
    let matched: [(row: SeverityList.Row, categories: [CountedCategory])]
    let unmatched: [(row: SeverityList.Row, reason: String)]

    init(_ rows: [SeverityList.Row], among known: [CountedCategory]) {
        let byName = Dictionary(grouping: known) { SeverityList.plain($0.name) }
        var (matched, unmatched) = ([(SeverityList.Row, [CountedCategory])](), [(SeverityList.Row, String)]())
        for row in rows {
            let found = byName[SeverityList.plain(row.offence)] ?? []
            let single = found.filter { $0.breadth == nil }
            if !single.isEmpty {
                matched.append((row, single))
            } else if let broad = found.first, let breadth = broad.breadth {
                unmatched.append(
                    (row, "‘\(broad.name)’ of \(broad.set.begunSmall) is \(breadth): no weight stands for it"))
            } else {
                unmatched.append((row, "nothing that is counted here is called so"))
            }
        }
        (self.matched, self.unmatched) = (matched, unmatched)
    }
}
