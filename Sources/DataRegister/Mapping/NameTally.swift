/// What of one column is written as names are: the shape decides, and whether hardly any of it comes twice.
struct NameTally {
    private(set) var capitalised = 0
    /// In small letters.
    private var small = 0
    private var surnameFirst = Halves()
    private var inOrder = Halves()

    /// Cells of two halves, and what those are in the different ones.
    private struct Halves {
        var cells = 0
        var different = 0
        var heads: Set<String> = []
        var tails: Set<String> = []

        mutating func add(_ shape: NameShape, isNew: Bool) {
            cells += 1
            guard isNew else { return }
            different += 1
            heads.insert(shape.head)
            tails.insert(shape.tail)
        }

        /// Of streets and towns one half comes over and over; of people both are many.
        func areMany(fewest: Int) -> Bool {
            different >= fewest && heads.count * 3 >= different && tails.count * 4 >= different
        }
    }

    /// - Parameter isNew: whether the cell's value was not there before.
    mutating func add(_ shape: NameShape, isNew: Bool) {
        guard shape.isCapitalised else { return small += 1 }
        capitalised += 1
        switch shape.form {
        case .surnameFirst: surnameFirst.add(shape, isNew: isNew)
        case .inOrder: inOrder.add(shape, isNew: isNew)
        case .oneWord, .withInitials: break
        }
    }

    /// How its cells are spread.
    struct Spread {
        /// Those with anything in them, and of them those that are no small numbers.
        let cells: Int
        let told: Int
        /// How many different values there are; nil of more than are remembered.
        let different: Int?

        var isMostlyDifferent: Bool { different.map { $0 * 2 > told } ?? true }
        /// Each comes once or twice or three times, and they are many.
        fileprivate var isOfMany: Bool {
            isMostlyDifferent || (different.map { $0 >= 15 && $0 * 3 >= told } ?? true)
        }
        /// Free words of one kind come again and again; of people's hardly one does.
        fileprivate var isHardlyEverTwice: Bool { different.map { $0 >= 5 && $0 * 5 >= told * 4 } ?? true }
    }

    /// Whether nothing but people is written so: ‘Surname, First’, ‘First Last’ in most cells.
    func isOfPeople(under heading: String, _ spread: Spread) -> Bool {
        guard !PersonalColumn.isAboutPlaces(heading), spread.isOfMany else { return false }
        let (few, most) = (spread.cells / 2, spread.cells * 3 / 5)
        if surnameFirst.cells > few, surnameFirst.areMany(fewest: 3) { return true }
        return !PersonalColumn.isAboutSorts(heading) && inOrder.cells > most && inOrder.areMany(fewest: 5)
    }

    /// Whether they may be people, as far as their shape tells.
    func mayBePeople(under heading: String, _ spread: Spread) -> Bool {
        guard !PersonalColumn.isAboutPlaces(heading), !PersonalColumn.isAboutSorts(heading) else { return false }
        if capitalised * 2 > spread.cells { return spread.isOfMany }
        return !PersonalColumn.isOfFreeWords(heading) && (capitalised + small) * 2 > spread.cells
            && spread.isHardlyEverTwice
    }
}
