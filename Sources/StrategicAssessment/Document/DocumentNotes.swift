import Wording

/// What must be said beside figures and pictures, each thing once: where it first matters in full, and afterwards by its
/// number. What is said of one alone has none.
struct DocumentNotes: Sendable {
    /// Beside what something is said.
    enum Place: Sendable, Hashable {
        /// The table of the district beside others.
        case comparison
        case exhibit(String)
        /// By its number in the list.
        case figure(Int)
    }

    /// What is said in one place.
    struct Said: Sendable, Hashable {
        struct Note: Sendable, Hashable {
            /// Nil where nothing else refers to it.
            let number: Int?
            let text: String
        }

        /// In full.
        var notes: [Note] = []
        /// Those that were said before, by their numbers.
        var again: [Int] = []
    }

    private let places: [Place: Said]
    /// Of those that are said more than once.
    private let numbers: [String: Int]

    /// - Parameter places: in the order in which they are read, each with its notes.
    init(_ places: [(place: Place, notes: [String])]) {
        var times: [String: Int] = [:]
        for place in places {
            for note in Set(place.notes) { times[note, default: 0] += 1 }
        }
        var numbers: [String: Int] = [:]
        var found: [Place: Said] = [:]
        for place in places {
            var said = Said()
            for note in place.notes where !said.notes.contains(where: { $0.text == note }) {
                if let number = numbers[note] {
                    said.again.append(number)
                    continue
                }
                let isShared = times[note, default: 0] > 1
                if isShared { numbers[note] = numbers.count + 1 }
                said.notes.append(Said.Note(number: numbers[note], text: note))
            }
            said.again = Set(said.again).sorted()
            found[place.place] = said
        }
        self.places = found
        self.numbers = numbers
    }

    /// Of figures alone, as where the sources of one text stand.
    init(of figures: [FigureList.Numbered]) {
        self.init(figures.map { (.figure($0.number), $0.figure.notes) })
    }

    subscript(place: Place) -> Said { places[place] ?? Said() }

    /// The table of the district beside others has its notes by themes: each with its number, and whether it is said there in
    /// full.
    func beside(_ others: BesideOthers) -> [(themes: String, note: Said.Note, isSaid: Bool)] {
        let said = self[.comparison].notes
        return others.notes.map { themes, note in
            let own = said.first { $0.text == note }
            return (
                themes.isEmpty ? "" : "\(themes.inWords): ", own ?? Said.Note(number: numbers[note], text: note),
                own != nil || numbers[note] == nil
            )
        }
    }
}

extension DocumentNotes.Said {
    /// "See note 2.", "See notes 1 and 3."; nil where nothing was said before.
    var reference: String? {
        again.isEmpty ? nil : "See \(again.count == 1 ? "note" : "notes") \(again.map { "\($0)" }.inWords)."
    }
}

extension YearDocument {
    /// Of pictures and figures together, in the order in which they stand.
    var notes: DocumentNotes {
        let parts = DocumentSection.allCases.flatMap { section -> [(place: DocumentNotes.Place, notes: [String])] in
            let shown =
                (exhibits.bySection[section] ?? []) + (section == .themes ? exhibits.byTheme.flatMap(\.self) : [])
            let comparison = section == .comparison ? [(DocumentNotes.Place.comparison, beside.notes.map(\.note))] : []
            return comparison + shown.map { (.exhibit($0.name), $0.notes) }
        }
        return DocumentNotes(parts + figures.told.map { (.figure($0.number), $0.figure.notes) })
    }
}
