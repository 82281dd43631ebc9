/// What a summary for the public has in common with the minute that is kept from them: whoever publishes it looks at that first.
/// It finds what was copied, and not what was said in other words.
struct CopiedWords {
    /// As the summary has them: runs of words, numbers and names.
    let passages: [String]

    /// So many words in a row are hardly the same by chance.
    private static let run = 6

    private struct Word {
        let text: Substring
        let key: String

        /// A sum, a telephone number, a number of a house: a year alone tells little.
        var isTelling: Bool {
            let digits = key.filter(\.isNumber)
            let isYear = key.count == 4 && digits.count == 4 && (key.hasPrefix("19") || key.hasPrefix("20"))
            return digits.count > 1 && !isYear
        }
        var isCapital: Bool { key.count > 1 && text.first { $0.isLetter }?.isUppercase == true }
    }

    init(summary: String, minute: String) {
        let (told, kept) = (Self.words(summary), Self.words(minute))
        var marked = Set<Int>()
        Self.mark(told, alsoIn: kept, length: Self.run, into: &marked) { _ in true }
        Self.mark(told, alsoIn: kept, length: 2, into: &marked) { $0.allSatisfy(\.isCapital) }
        Self.mark(told, alsoIn: kept, length: 1, into: &marked) { $0.allSatisfy(\.isTelling) }
        passages = Self.runs(of: marked).map { places in
            told[places].map { String($0.text) }.joined(separator: " ")
        }
    }

    private static func words(_ text: String) -> [Word] {
        text.split(whereSeparator: \.isWhitespace).compactMap { word in
            let key = word.lowercased().filter { $0.isLetter || $0.isNumber }
            return key.isEmpty ? nil : Word(text: word, key: key)
        }
    }

    private static func mark(
        _ told: [Word], alsoIn kept: [Word], length: Int, into marked: inout Set<Int>, where counts: ([Word]) -> Bool
    ) {
        guard told.count >= length, kept.count >= length else { return }
        let known = Set((0...kept.count - length).map { start in kept[start..<start + length].map(\.key) })
        for start in 0...told.count - length {
            let words = Array(told[start..<start + length])
            if counts(words), known.contains(words.map(\.key)) { marked.formUnion(start..<start + length) }
        }
    }

    private static func runs(of places: Set<Int>) -> [Range<Int>] {
        places.sorted().reduce(into: [Range<Int>]()) { runs, place in
            if let last = runs.last, last.upperBound == place {
                runs[runs.count - 1] = last.lowerBound..<place + 1
            } else {
                runs.append(place..<place + 1)
            }
        }
    }
}
