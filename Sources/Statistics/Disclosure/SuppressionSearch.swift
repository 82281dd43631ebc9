/// The choosing of what a table hides besides its small figures, before and after the audit has its say.
struct SuppressionSearch {
    private(set) var hidden: Set<TableCell>
    /// What the earlier releases give away by themselves, in order.
    let alreadyPublic: [Exposure]

    private let parts: ReleaseParts
    private let rule: SuppressionRule
    private let small: Set<TableCell>
    private let earlier: [KnownSum]
    private let hiding: CheapestHiding
    private let numbers: [TableCell: Int]
    /// What must not be told, each with counts that would tell otherwise.
    private var secrets: [Exposure: CheapestHiding.Change] = [:]

    /// - Parameter parts: of the earlier releases and, last, the table that hides no more than its small figures.
    init(_ parts: ReleaseParts, rule: SuppressionRule, showsZeros: Bool) throws(StatisticsRefusal) {
        self.parts = parts
        self.rule = rule
        let last = parts.releases.count - 1
        small = parts.releases[last].hidden
        hidden = small
        earlier = (0..<last).flatMap { parts.known(from: $0, hiding: parts.releases[$0].hidden) }
        alreadyPublic =
            try last == 0
            ? []
            : ReleaseAudit(
                parts, known: earlier, hiding: parts.releases.map(\.hidden), rule: rule
            ).exposed
        let everything = parts.releases.indices.flatMap { parts.known(from: $0, hiding: []) }
        let example = try DisclosureAudit(parts: parts.count, known: everything).example()
        let figures = Self.figures(parts)
        hiding = try CheapestHiding(example: example, known: earlier, figures: figures, showsZeros: showsZeros)
        numbers = Dictionary(uniqueKeysWithValues: figures.enumerated().map { ($1.cell, $0) })
        for cell in small.sorted() { hide(cell) }
    }

    /// Hides until the audit finds nothing, and then shows again what it need not have been.
    mutating func settle() throws(StatisticsRefusal) {
        try hideUntilSafe()
        showWhatNeedNotBeHidden()
        try hideUntilSafe()
    }

    /// Hides what the audit finds it takes, until it finds nothing exposed that was not so before.
    private mutating func hideUntilSafe() throws(StatisticsRefusal) {
        while case let exposed = try exposed(), let first = exposed.first {
            let before = hidden.count
            var found: [CheapestHiding.Change] = []
            for secret in exposed {
                let (parts, distance) = sought(secret)
                let tells = { CheapestHiding.sum(of: parts, in: $0).magnitude >= distance.magnitude }
                if found.contains(where: tells) { continue }
                let changes = try changes(of: parts, by: distance)
                for change in changes {
                    for number in hiding.shownFigures(in: change) { hide(hiding.figures[number].cell) }
                }
                found += changes
                if case .difference = secret { secrets[secret] = changes.first ?? [:] }
            }
            // All has been hidden that could make a difference, and it made none.
            guard hidden.count > before else { throw .disclosure(.beyondProtection(first.cell)) }
        }
    }

    /// A change that goes so far, or where none does, the farthest either way.
    private func changes(
        of parts: [Int], by distance: Int
    ) throws(StatisticsRefusal) -> [CheapestHiding.Change] {
        if let change = try hiding.change(of: parts, by: distance) { return [change] }
        return hiding.farthestChanges(of: parts, below: distance)
    }

    /// Shows again, dearest first, what need not have been hidden: each step saw only what was hidden before it. In a table
    /// by itself nothing is left that could be shown; among releases that overlap the search for it is kept short.
    private mutating func showWhatNeedNotBeHidden() {
        let others = hidden.subtracting(small).compactMap { numbers[$0] }.sorted {
            (hiding.figures[$1].cost, $0) < (hiding.figures[$0].cost, $1)
        }
        guard !others.isEmpty else { return }
        findChanges()
        for number in others {
            hiding.show(number, true)
            if let changes = changesWithout(number) {
                hidden.remove(hiding.figures[number].cell)
                secrets.merge(changes) { $1 }
                secrets[.hidden(hiding.figures[number].cell, release: parts.releases.count - 1)] = nil
            } else {
                hiding.show(number, false)
            }
        }
    }

    /// For each secret counts that would tell otherwise, as things are hidden now.
    private mutating func findChanges() {
        for (release, earlier) in parts.releases.enumerated() {
            let cells = release == parts.releases.count - 1 ? hidden : earlier.hidden
            for cell in cells {
                secrets[.hidden(cell, release: release)] = secrets[.hidden(cell, release: release)] ?? [:]
            }
        }
        for secret in alreadyPublic { secrets[secret] = nil }
        var found: [CheapestHiding.Change] = []
        for secret in secrets.keys.sorted() {
            let (parts, distance) = sought(secret)
            let tells = { CheapestHiding.sum(of: parts, in: $0).magnitude >= distance.magnitude }
            if let known = found.first(where: tells) {
                secrets[secret] = known
            } else if let change = hiding.freeChange(of: parts, by: distance) {
                found.append(change)
                secrets[secret] = change
            }
        }
    }

    /// Other changes for the secrets whose change a figure is in, now that it is shown; `nil` where none is found for one.
    private func changesWithout(_ number: Int) -> [Exposure: CheapestHiding.Change]? {
        let figure = hiding.figures[number]
        let itself = Exposure.hidden(figure.cell, release: parts.releases.count - 1)
        var changes: [Exposure: CheapestHiding.Change] = [:]
        for secret in secrets.keys.sorted() where secret != itself {
            guard CheapestHiding.sum(of: figure.parts, in: secrets[secret] ?? [:]) != 0 else { continue }
            let (parts, distance) = sought(secret)
            guard let other = hiding.freeChange(of: parts, by: distance) else { return nil }
            changes[secret] = other
        }
        return changes
    }

    private func exposed() throws(StatisticsRefusal) -> [Exposure] {
        let last = parts.releases.count - 1
        let audit = try ReleaseAudit(
            parts, known: earlier + parts.known(from: last, hiding: hidden),
            hiding: parts.releases[..<last].map(\.hidden) + [hidden], rule: rule)
        return audit.exposed.filter { !alreadyPublic.contains($0) }
    }

    private mutating func hide(_ cell: TableCell) {
        hidden.insert(cell)
        if let number = numbers[cell] { hiding.show(number, false) }
    }

    /// The parts of what is exposed, and how far apart their counts must be possible.
    private func sought(_ secret: Exposure) -> (parts: [Int], distance: Int) {
        switch secret {
        case .hidden(let cell, let release):
            let isSmall = rule.isSmall(parts.releases[release].table.figure(cell))
            return (parts.parts(of: cell, in: release), isSmall ? rule.distance : 1)
        case .difference(let cell, let months):
            return (parts.parts(of: cell, months: months) ?? [], 1)
        }
    }

    /// A count costs 1 and its share of all; a total more than all the counts it adds up, twice over. A 0 costs more than
    /// several counts: to hide one tells readers that hidden figures may be 0, which they are slow to believe.
    private static func figures(_ parts: ReleaseParts) -> [CheapestHiding.Figure] {
        let last = parts.releases.count - 1
        let release = parts.releases[last]
        let all = Double(max(1, release.table.figure(.grandTotal)))
        return release.table.cells(release.totals).map { cell in
            let count = release.table.figure(cell)
            let places = release.table.places(of: cell).count
            let weight = if case .count = cell { count == 0 ? 5.0 : 1 } else { Double(2 * places + 1) }
            return CheapestHiding.Figure(
                cell: cell, parts: parts.parts(of: cell, in: last), count: count,
                cost: weight + Double(count) / all)
        }
    }
}
