import DataFiles
import Wording

/// What of a place's small areas ended, and what began, when those of the census of 2021 took their place. What an area counts
/// is counted under its code, so that one that ended is not at 0 afterwards, and one that began was not at 0 before.
public struct AreaChange: Hashable, Sendable {
    /// When a small area was first and last counted in, and how often.
    public struct Life: Hashable, Sendable {
        public let code: String
        public let name: String
        public let first: Month
        public let last: Month
        public let rows: Int

        public init(code: String, name: String, first: Month, last: Month, rows: Int) {
            (self.code, self.name, self.first, self.last, self.rows) = (code, name, first, last, rows)
        }
    }

    /// By name. They were counted in until the change and never since.
    public let ended: [Life]
    public let begun: [Life]
    private let all: Int

    /// The first month of the new areas.
    public static let month = LSOAVintage.firstMonthOf2021
    /// So many rows are to be expected of a quiet area before it is said to be there no more, or not yet.
    private static let fewestExpected = 10.0

    /// - Parameters:
    ///   - lives: of the areas that may have ended or begun.
    ///   - all: how many areas there are.
    ///   - covered: the months that are here.
    /// - Returns: nil where nothing ended and nothing began, as far as can be told.
    public init?(_ lives: [Life], of all: Int, covered: Set<Month>) {
        let before = Double(covered.count { $0 < Self.month })
        let after = Double(covered.count { $0 >= Self.month })
        var (ended, begun): ([Life], [Life]) = ([], [])
        for life in lives.sorted(by: { ($0.name, $0.code) < ($1.name, $1.code) }) {
            if LSOAVintage.level(of: [life.code]) == .lsoa2021 {
                if life.first >= Self.month { begun.append(life) }
            } else if life.last < Self.month, before > 0 {
                if Double(life.rows) / before * after >= Self.fewestExpected { ended.append(life) }
            }
        }
        guard !(ended.isEmpty && begun.isEmpty) else { return nil }
        (self.ended, self.begun, self.all) = (ended, begun, all)
    }

    private init(ended: [Life], begun: [Life], all: Int) {
        (self.ended, self.begun, self.all) = (ended, begun, all)
    }

    /// What of it touches a part of the place; nil where nothing does.
    public func within(_ codes: Set<String>) -> AreaChange? {
        let part = AreaChange(
            ended: ended.filter { codes.contains($0.code) }, begun: begun.filter { codes.contains($0.code) },
            all: codes.count)
        return part.ended.isEmpty && part.begun.isEmpty ? nil : part
    }

    /// Whether what ended here has no successor among the areas of the place, so that the later months are short of it.
    public var lacksLater: Bool { begun.isEmpty }
    /// Whether what began here has no predecessor among them, so that the earlier months are short of it.
    public var lacksEarlier: Bool { ended.isEmpty }
    /// Whether the place is made of the same ground on both sides, as far as can be told.
    public var isEven: Bool { !lacksLater && !lacksEarlier }

    public var hasEnded: Bool { ended.count == all }
    public var hasBegun: Bool { begun.count == all }

    /// The months in which the place was there at all.
    public func living(_ covered: Set<Month>) -> Set<Month> {
        hasEnded ? covered.filter { $0 < Self.month } : hasBegun ? covered.filter { $0 >= Self.month } : covered
    }

    /// The months in which it was there with all its areas.
    public func whole(_ covered: Set<Month>) -> Set<Month> {
        isEven
            ? covered
            : lacksLater ? covered.filter { $0 < Self.month } : covered.filter { $0 >= Self.month }
    }

    /// The months that a number is told of: of a district all in which it was there, of a ward, of which an area is a large
    /// part, those in which it was there whole.
    public func known(at level: Place.Level, _ covered: Set<Month>) -> Set<Month> {
        level == .ward ? whole(covered) : living(covered)
    }

    /// Whether some months are counted short of the areas that are not there.
    public func isShort(in period: Period) -> Bool {
        !isEven && (lacksLater ? period.to >= Self.month : period.from < Self.month)
    }

    /// Whether two periods, or the months of one, lie on both sides of it.
    public static func divides(_ periods: [Period]) -> Bool {
        periods.contains { $0.from < month } && periods.contains { $0.to >= month }
    }

    /// Of those codes that belong together, all that cover the ground of the place: the old ones, or the new ones.
    public func grounds(of codes: [String]) -> [[String]] {
        let (old, new) = (Set(ended.map(\.code)), Set(begun.map(\.code)))
        return [
            lacksEarlier ? nil : codes.filter { !new.contains($0) },
            lacksLater ? nil : codes.filter { !old.contains($0) },
        ].compactMap(\.self)
    }

    /// What changed, and what follows from it.
    public var sentence: String {
        if hasEnded {
            return
                "\(Self.named(ended)) ended in May 2023: from June 2023 police data count by the small areas (LSOAs) of the "
                + "census of 2021. Nothing is known of it since; that is not 0."
        }
        if hasBegun {
            return
                "\(Self.named(begun)) began in June 2023, when police data went over to the small areas (LSOAs) of the "
                + "census of 2021. Nothing is known of it before; that is not 0."
        }
        let gone = "\(Self.named(ended)) ended"
        let come = "\(Self.named(begun)) began"
        let when = "When police data went over to the small areas (LSOAs) of the census of 2021 in June 2023,"
        if isEven {
            return
                "\(when) \(gone) and \(come). The whole is compared across the change; no small area that changed is."
        }
        return lacksLater
            ? "\(when) \(gone), and what took its place is not known here: months from June 2023 on are at least what is "
                + "told, and no change is told across it. Import a lookup that says where the small areas of 2021 lie "
                + "(LSOA21CD)."
            : "\(when) \(come), and what was there before is not known here: months before June 2023 are at least what is "
                + "told, and no change is told across it. Import a lookup that says in which district of today the small "
                + "areas of 2011 lie (LSOA11CD and LAD)."
    }

    private static func named(_ lives: [Life]) -> String {
        let names = lives.map(\.name)
        return names.count <= 4
            ? names.inWords
            : "\(names.prefix(3).joined(separator: ", ")) and \((names.count - 3).grouped) more small areas"
    }

    /// As what may not be set side by side.
    public var asBreak: ComparabilityBreak {
        ComparabilityBreak(.areas, from: Self.month, sentence, source: "data.police.uk")
    }
}
