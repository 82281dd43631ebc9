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
    private let parts: Int
    private let goal: Int

    /// - Parameters:
    ///   - example: counts of all parts that agree with everything.
    ///   - known: what is public already, and stays.
    ///   - figures: of the table that is about to be published. All begin as shown; those that are 0 stay so.
    init(example: [Int], known: [KnownSum], figures: [Figure]) throws(StatisticsRefusal) {
        var model = HidingModel(example: example)
        for sum in known { model.keep(sum) }
        for figure in figures { model.add(figure) }
        goal = model.rows.count
        program = try IntegerProgram(
            columns: model.columns,
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

    /// The cheapest change by which the sum of some parts differs by at least `distance`, and what it costs; `nil` where
    /// what is public lets it differ by no more.
    func change(of parts: [Int], by distance: Int) throws(StatisticsRefusal) -> (change: Change, cost: Double)? {
        var best: (change: Change, cost: Double)?
        let terms = parts.flatMap { [(column: 2 * $0, factor: 1.0), (column: 2 * $0 + 1, factor: -1.0)] }
        for bounds in [IntegerProgram.Bounds.from(Double(distance)), .from(-.infinity, to: -Double(distance))] {
            program.replace(row: goal, with: terms, bounds)
            guard let values = try program.cheapest() else { continue }
            let change = changes(values)
            let cost = shownFigures(in: change).reduce(0) { $0 + figures[$1].cost }
            if cost < best?.cost ?? .infinity { best = (change, cost) }
            if cost == 0 { break }
        }
        program.replace(row: goal, with: [], .free)
        return best
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
    private var up: [Bounds]
    private var down: [Bounds]
    private var ofTotals: [Bounds] = []
    private(set) var rows: [IntegerProgram.Row] = []
    /// For each part the figures that it is by itself.
    private(set) var singles: [[Int]]
    private(set) var columnsOfFigure: [[Int]] = []

    init(example: [Int]) {
        self.example = example
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

    /// A figure: if it is 0 it stays so, and otherwise it never becomes 0, because readers know that zeros are shown.
    mutating func add(_ figure: CheapestHiding.Figure) {
        let most = figure.count == 0 ? 0 : Double.infinity
        let fall = Double(max(0, figure.count - 1))
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
