import Membership
import Statistics
import Storage
import Web

/// The order that a meeting agreed, as whoever records it types it: a number for each theme, and why it is another than
/// the scores give.
struct AgreedOrder {
    let placed: [ID<Theme>: AgreedRanking.Line.Placing]

    static func place(_ theme: Theme) -> String { "place-\(theme.id)" }
    static func why(_ theme: Theme) -> String { "why-\(theme.id)" }
    static let shared = "shared"

    private struct Typed {
        let row: RankingMatrix.Row
        /// Any number: 2.5 stands between 2 and 3.
        let number: Double?
        let why: String

        var theme: Theme { row.theme }
    }

    /// What stands in the form before anybody changed it: the order by the scores, or the one that a meeting agreed otherwise last,
    /// with its reasons and beside its places those of themes that it did not place.
    ///
    /// - Parameter last: nil where none was agreed.
    static func known(_ matrix: RankingMatrix, after last: AgreedRanking? = nil) -> [String: String] {
        var known = [shared: matrix.rows.contains { $0.place?.isShared == true } ? "yes" : "no"]
        for row in matrix.rows { known[place(row.theme)] = row.place.map { "\($0.rank)" } ?? "" }
        guard let last, last.lines.contains(where: { $0.agreed?.why.isEmpty == false }) else { return known }
        known[shared] = last.lines.contains { $0.agreed?.isShared ?? $0.isShared } ? "yes" : "no"
        for row in matrix.rows {
            let line = last.lines.first { $0.id == row.theme.id.description }
            let reason = line?.agreed?.why ?? ""
            if let line, line.place != nil || !reason.isEmpty {
                known[place(row.theme)] = line.place.map { "\($0)" } ?? ""
                known[why(row.theme)] = reason
            } else {
                known[place(row.theme)] = row.place.map { "\($0.rank).5" } ?? ""
            }
        }
        return known
    }

    /// - Throws: `Refusals`, each beside its field.
    init(_ form: Form, among matrix: RankingMatrix, _ check: inout Check) {
        let typed = matrix.rows.map { row -> Typed in
            let text = form[Self.place(row.theme)].replacing(",", with: ".")
            let number = Double(text).flatMap { 0 < $0 && $0 <= 1_000 ? $0 : nil }
            if !text.isEmpty, number == nil {
                check.refuse("Enter a place like 3, or leave it empty", field: Self.place(row.theme))
            }
            return Typed(row: row, number: number, why: check.text(Self.why(row.theme), longest: 300))
        }
        let numbers = typed.compactMap(\.number)
        if numbers.isEmpty, let first = matrix.rows.first {
            check.refuse("Give at least one theme a place", field: Self.place(first.theme))
        }
        if form[Self.shared] != "yes" { Self.checkShared(typed, &check) }
        Self.checkReasons(typed, &check)
        var placed: [ID<Theme>: AgreedRanking.Line.Placing] = [:]
        for one in typed {
            placed[one.theme.id] = .init(
                place: one.number.map { own in 1 + numbers.count { $0 < own } },
                isShared: one.number.map { own in numbers.count { $0 == own } > 1 } ?? false, why: one.why)
        }
        self.placed = placed
    }

    /// Two themes with one number are a slip, unless the scores or the meeting say that they share it.
    private static func checkShared(_ typed: [Typed], _ check: inout Check) {
        for (number, group) in Dictionary(grouping: typed.filter { $0.number != nil }, by: { $0.number ?? 0 })
        where group.count > 1 {
            let names = group.map(\.theme.name)
            let shown = number == number.rounded() ? "\(Int(number))" : "\(number)"
            check.refuse(
                "\(names[0]) and \(names[1]) both have place \(shown). Give each its own, or say below that they share it",
                field: place(group[1].theme))
        }
    }

    /// Who moved must say why; whom they passed need not.
    private static func checkReasons(_ typed: [Typed], _ check: inout Check) {
        var silent = typed.filter { $0.why.isEmpty }
        for one in silent {
            switch (one.row.place, one.number) {
            case (nil, .some):
                check.refuse("Say why it has a place that the scores could not give it", field: why(one.theme))
            case (.some, nil):
                check.refuse("Say why it has no place though the scores give it one", field: why(one.theme))
            default: break
            }
        }
        silent = silent.filter { $0.row.place != nil && $0.number != nil }
        while let (mover, passed) = worst(silent) {
            check.refuse(
                "Say why \(mover.theme.name) does not stand where the scores put it, beside \(passed.theme.name)",
                field: why(mover.theme))
            silent.removeAll { $0.theme.id == mover.theme.id }
        }
    }

    /// The theme that stands against most others the other way round than the scores have it, with one of those.
    private static func worst(_ typed: [Typed]) -> (mover: Typed, passed: Typed)? {
        func turned(_ one: Typed, _ other: Typed) -> Bool {
            guard let rank = one.row.place?.rank, let beside = other.row.place?.rank, let number = one.number,
                let next = other.number
            else { return false }
            return rank < beside && number > next || rank > beside && number < next
        }
        let counted = typed.map { one in (one: one, others: typed.filter { turned(one, $0) }) }
        guard let most = counted.max(by: { $0.others.count < $1.others.count }), let passed = most.others.first else {
            return nil
        }
        return (most.one, passed)
    }
}
