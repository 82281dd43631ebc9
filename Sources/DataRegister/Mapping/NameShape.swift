/// How a cell is written that may name somebody. It asks nothing of the name itself: most of the world's are in no list.
struct NameShape {
    enum Form { case oneWord, inOrder, surnameFirst, withInitials }

    let form: Form
    /// Whether each of its words has a capital, but for what stands between (`van der Berg`), or is of letters that have none.
    let isCapitalised: Bool
    /// In small letters; of what is one word they are the same.
    let head: String
    let tail: String

    static let longest = 80
    private static let mostWords = 5

    /// Nil of what has other than letters in it, or a word that names have not.
    init?(_ text: String) {
        guard text.utf8.count <= Self.longest else { return nil }
        let groups = text.split(separator: ",", omittingEmptySubsequences: false)
            .map { $0.split { $0.isWhitespace || $0 == "." } }
        let words = groups.flatMap(\.self)
        guard groups.count <= 2, !groups.contains(where: \.isEmpty), words.count <= Self.mostWords,
            words.allSatisfy(Self.isWord)
        else { return nil }
        let small = words.map { $0.lowercased() }
        guard !small.contains(where: WordsOfNobody.anywhere.contains),
            small.count > 1 || !WordsOfNobody.alone.contains(small[0])
        else { return nil }
        let whole = words.filter { $0.count > 1 }
        let initials = words.filter { $0.count == 1 && $0.allSatisfy(\.isCased) }
        guard !whole.isEmpty || initials.isEmpty else { return nil }
        form =
            switch (groups.count, words.count) {
            case _ where whole.count == 1 && (1...3).contains(initials.count): .withInitials
            case (2, _): .surnameFirst
            case (_, 1): .oneWord
            default: .inOrder
            }
        let own = zip(words, small).filter { !Self.between.contains($1) }.map(\.0)
        isCapitalised =
            !own.isEmpty && own.allSatisfy { $0.contains(where: \.isUppercase) || !$0.contains(where: \.isCased) }
        head = groups.count == 2 ? small.prefix(groups[0].count).joined(separator: " ") : small[0]
        tail = small[groups.count == 2 ? groups[0].count : small.count - 1]
    }

    private static let between: Set = [
        "al", "el", "ap", "ab", "bin", "ibn", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du",
        "la", "le", "st", "te", "ten", "ter", "van", "von", "zu", "y", "e",
    ]

    /// What stands inside names beside letters, as keyboards have it and as type has it.
    static let joins: Set<Character> = ["-", "‐", "‑", "–", "'", "’", "‘", "ʼ", "`", "´"]

    static func isWord(_ word: some StringProtocol) -> Bool {
        word.contains(where: \.isLetter) && word.allSatisfy { $0.isLetter || joins.contains($0) }
    }
}

/// Words of places, sorts and sentences, which a name of somebody has none of.
private enum WordsOfNobody {
    static let anywhere: Set<String> = Set(
        """
        and at by for from is no not of on or the was with \
        avenue bay beach bridge close court crescent drive estate gardens grove harbour hill lane mews parade park pier place \
        promenade road row square street terrace valley way \
        north south east west northern southern eastern western central centre upper lower inner outer \
        area beat city county district parish region sector town village villages ward zone \
        band block class grade group hepatitis level phase plan schedule section shift squad stage team tier type unit \
        vitamin watch \
        department desk hub office service services \
        academy church clinic club college hospital hotel inn library museum pharmacy pub school station surgery \
        arson assault burglary damage fraud harm offences offence overdose robbery theft violence \
        ambulance council fire nhs police
        """.split(separator: " ").map(String.init))

    /// Some are names too, where another stands beside them.
    static let alone: Set<String> = Set(
        """
        january february march april may june july august september october november december \
        jan feb mar apr jun jul aug sep sept oct nov dec \
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun \
        yes none other unknown unspecified male female adult child both all open closed
        """.split(separator: " ").map(String.init))
}
