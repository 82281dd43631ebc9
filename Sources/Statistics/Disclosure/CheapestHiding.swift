/// The search for which figures of a table to hide besides, so that a hidden one could have another count.
///
/// It asks for other counts that differ in the hidden figure and agree with everything that is already public; each figure
/// that is shown and would have to differ costs something, and must be hidden too. The cheapest such counts are found by
/// integer programming. In a table with totals they are a ring of cells that go up and down by turns. *Source*: Cox 1980,
/// "Suppression methodology and statistical disclosure control"; Fischetti & Salazar-González 2001.
final class CheapestHiding {
    struct Figure {
        let cell: TableCell
        let parts: [Int]
        let count: Int
        /// What it costs to hide it.
        let cost: Double
    }

    /// By how much parts differ; parts that don’t are left out.
    typealias Change = [Int: Int]

    let figures: [Figure]
    private var isShown: [Bool]
    private let single: [[Int]]
    private let program: IntegerProgram
    private let columns: [IntegerProgram.Column]
    private let parts: Int
    private let goal: Int

    /// - Parameters:
    ///   - example: counts of all parts that agree with everything.
    ///   - known: what is public already, and stays.
    ///   - figures: of the table that is about to be published. All begin as shown.
    ///   - showsZeros: figures that are 0 stay shown, and no other becomes 0, because readers know that.
    init(
        example: [Int], known: [KnownSum], figures: [Figure], showsZeros: Bool
    ) throws(StatisticsRefusal) {
        var model = HidingModel(example: example, showsZeros: showsZeros)
        for sum in known { model.keep(sum) }
        for figure in figures { model.add(figure) }
        goal = model.rows.count
        columns = model.columns
        program = try IntegerProgram(
            columns: columns,
            rows: model.rows + [IntegerProgram.Row(terms: [], bounds: .free)])
        self.figures = figures
        parts = example.count
        single = model.singles
        isShown = [Bool](repeating: true, count: figures.count)
        columnsOfFigure = model.columnsOfFigure
        for index in figures.indices { price(index) }
    }

    private let columnsOfFigure: [[Int]]

    func show(_ index: Int, _ shown: Bool) {
        isShown[index] = shown
        price(index)
    }

    /// A cheap change by which the sum of some parts differs by at least `distance`; `nil` where what is public lets it
    /// differ by no more.
    /// - Throws: `StatisticsRefusal.notSolved` where it is not settled whether there is one.
    func change(of parts: [Int], by distance: Int) throws(StatisticsRefusal) -> Change? {
        var best: (change: Change, cost: Double)?
        var isOpen = false
        for sign in [1, -1] where best?.cost != 0 {
            do {
                let change = try change(of: parts, sign, by: distance, atMost: .infinity, branches: 500)
                guard let change else { continue }
                let cost = shownFigures(in: change).reduce(0) { $0 + figures[$1].cost }
                if cost < best?.cost ?? .infinity { best = (change, cost) }
            } catch { isOpen = true }
        }
        if best == nil, isOpen { throw .notSolved }
        return best?.change
    }

    /// The changes that take the sum of some parts as far up and as far down as what is public lets them go, each by less
    /// than `distance`; none where it can't move.
    func farthestChanges(of parts: [Int], below distance: Int) -> [Change] {
        [1, -1].compactMap { sign in
            for reach in (1..<distance).reversed() {
                let found = try? change(of: parts, sign, by: reach, atMost: .infinity, branches: 500)
                if let change = found { return change }
            }
            return nil
        }
    }

    /// A change by which the sum of some parts differs by at least `distance` and no figure that is shown differs; `nil`
    /// where there is none, or none was found in a few steps.
    func freeChange(of parts: [Int], by distance: Int) -> Change? {
        for sign in [1, -1] {
            let found = try? change(of: parts, sign, by: distance, atMost: 0, branches: 50)
            if let change = found, shownFigures(in: change).isEmpty { return change }
        }
        return nil
    }

    private func change(
        of parts: [Int], _ sign: Int, by distance: Int, atMost cost: Double, branches: Int32
    ) throws(StatisticsRefusal) -> Change? {
        aim(at: parts, sign, distance)
        defer { release(parts) }
        return try program.cheap(atMost: cost, branches: branches).map { changes($0) }
    }

    /// Makes a sum of parts go up or down so far. A part by itself by its own bounds, so that the next search goes on from
    /// where the last one ended.
    private func aim(at parts: [Int], _ sign: Int, _ distance: Int) {
        if let part = parts.first, parts.count == 1 {
            let (toward, away) = sign > 0 ? (2 * part, 2 * part + 1) : (2 * part + 1, 2 * part)
            var bounds = columns[toward].bounds
            bounds.least = Double(distance)
            // Where it can't go so far, bounds that nothing meets.
            if bounds.most < bounds.least {
                program.bound(row: goal, .from(1))
            } else {
                program.bound(column: toward, bounds)
                program.bound(column: away, .exactly(0))
            }
        } else {
            let terms = parts.flatMap { [(column: 2 * $0, factor: 1.0), (column: 2 * $0 + 1, factor: -1.0)] }
            let reach = Double(distance)
            program.replace(row: goal, with: terms, sign > 0 ? .from(reach) : .from(-.infinity, to: -reach))
        }
    }

    private func release(_ parts: [Int]) {
        if let part = parts.first, parts.count == 1 {
            for column in [2 * part, 2 * part + 1] { program.bound(column: column, columns[column].bounds) }
            program.bound(row: goal, .free)
        } else {
            program.replace(row: goal, with: [], .free)
        }
    }

    /// The figures that are shown and would have to differ, by number.
    func shownFigures(in change: Change) -> [Int] {
        figures.indices.filter { isShown[$0] && Self.sum(of: figures[$0].parts, in: change) != 0 }
    }

    static func sum(of parts: [Int], in change: Change) -> Int {
        parts.reduce(0) { $0 + (change[$1] ?? 0) }
    }

    private func changes(_ values: [Double]) -> Change {
        var change: Change = [:]
        for part in 0..<parts {
            let difference = Int(exactly: values[2 * part] - values[2 * part + 1]) ?? 0
            if difference != 0 { change[part] = difference }
        }
        return change
    }

    /// Lets a figure’s columns cost what it costs to hide it, or nothing where it is hidden.
    private func price(_ index: Int) {
        let figure = figures[index]
        if let part = figure.parts.first, figure.parts.count == 1 {
            let cost = single[part].reduce(0) { $0 + (isShown[$1] ? figures[$1].cost : 0) }
            program.setCost(cost, of: 2 * part)
            program.setCost(cost, of: 2 * part + 1)
        } else {
            for column in columnsOfFigure[index] { program.setCost(isShown[index] ? figure.cost : 0, of: column) }
        }
    }
}

/// The columns and rows of that search: for each part how far it goes up and down, and the same for each total.
private struct HidingModel {
    typealias Bounds = IntegerProgram.Bounds

    private let example: [Int]
    private let showsZeros: Bool
    private var up: [Bounds]
    private var down: [Bounds]
    private var ofTotals: [Bounds] = []
    private(set) var rows: [IntegerProgram.Row] = []
    /// For each part the figures that it is by itself.
    private(set) var singles: [[Int]]
    private(set) var columnsOfFigure: [[Int]] = []

    init(example: [Int], showsZeros: Bool) {
        self.example = example
        self.showsZeros = showsZeros
        up = example.map { _ in .from(0) }
        down = example.map { .from(0, to: Double($0)) }
        singles = example.map { _ in [] }
    }

    var columns: [IntegerProgram.Column] {
        let bounds = zip(up, down).flatMap { [$0, $1] } + ofTotals
        return bounds.map { IntegerProgram.Column(bounds: $0, isWhole: true) }
    }

    /// Something public: it stays within what is known of it.
    mutating func keep(_ sum: KnownSum) {
        let count = sum.parts.reduce(0) { $0 + example[$1] }
        let most = sum.most.map { Double($0 - count) } ?? .infinity
        let least = Double(sum.least - count)
        if let part = sum.parts.first, sum.parts.count == 1 {
            limit(part, up: most, down: -least)
        } else {
            rows.append(IntegerProgram.Row(terms: terms(sum.parts), bounds: .from(least, to: most)))
        }
    }

    mutating func add(_ figure: CheapestHiding.Figure) {
        let most = showsZeros && figure.count == 0 ? 0 : Double.infinity
        let fall = Double(max(0, figure.count - (showsZeros ? 1 : 0)))
        if let part = figure.parts.first, figure.parts.count == 1 {
            singles[part].append(columnsOfFigure.count)
            columnsOfFigure.append([])
            limit(part, up: most, down: fall)
        } else {
            let column = 2 * example.count + ofTotals.count
            ofTotals += [.from(0, to: most), .from(0, to: fall)]
            columnsOfFigure.append([column, column + 1])
            rows.append(
                IntegerProgram.Row(
                    terms: terms(figure.parts) + [(column, -1), (column + 1, 1)], bounds: .exactly(0)))
        }
    }

    private mutating func limit(_ part: Int, up most: Double, down fall: Double) {
        up[part].most = min(up[part].most, max(0, most))
        down[part].most = min(down[part].most, max(0, fall))
    }

    private func terms(_ parts: [Int]) -> [(column: Int, factor: Double)] {
        parts.flatMap { [(column: 2 * $0, factor: 1.0), (column: 2 * $0 + 1, factor: -1.0)] }
    }
}
