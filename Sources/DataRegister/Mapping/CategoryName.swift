import Foundation

/// What a category is called, as names are compared: letters of another size, and more blanks than one, are no other category.
struct CategoryName: Hashable {
    private let plain: String

    init(_ name: String) {
        plain = name.singleBlanks.lowercased()
    }
}

extension String {
    /// Without blanks around it, with one wherever several stand within, and without what cannot be seen: control characters,
    /// and those that turn the direction of writing around.
    var singleBlanks: String {
        guard !isPlain else { return self }
        return unseenTaken.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    var hasUnseen: Bool { !isPlain && unicodeScalars.contains(where: \.isUnseen) }

    private var unseenTaken: String {
        hasUnseen ? String(String.UnicodeScalarView(unicodeScalars.filter { !$0.isUnseen })) : self
    }

    /// Most texts by far: letters of ASCII with single blanks between them.
    private var isPlain: Bool {
        var wasBlank = true
        for byte in utf8 {
            guard (0x20..<0x7F).contains(byte), !(byte == 0x20 && wasBlank) else { return false }
            wasBlank = byte == 0x20
        }
        return !wasBlank
    }
}

extension Unicode.Scalar {
    fileprivate var isUnseen: Bool {
        guard !properties.isWhitespace else { return false }
        return [.control, .format, .privateUse, .surrogate, .unassigned].contains(properties.generalCategory)
    }
}

/// The addresses of the measures that categories become. Those that differ have addresses of their own, though the same
/// may be left of them without their signs: `Drug +` and `Drug -`, `<18` and `>18`.
struct CategoryAddresses {
    private let set: DataSetAddress
    private var known: [CategoryName: MeasureAddress]
    private var taken: Set<String>
    /// What is left of several of the categories.
    private let shared: Set<String>

    private static let longest = 60

    /// - Parameters:
    ///   - known: the measures of the set, which keep the addresses that they have.
    ///   - categories: those that are asked for.
    init(of set: DataSetAddress, known: [Measure], for categories: [String]) {
        self.set = set
        self.known = Dictionary(
            known.map { (CategoryName($0.name), $0.address) }, uniquingKeysWith: { first, _ in first })
        taken = Set(known.map(\.address.name))
        let different = Dictionary(categories.map { (CategoryName($0), $0) }, uniquingKeysWith: { first, _ in first })
        shared = Set(Dictionary(grouping: different.values, by: Self.plain).filter { $0.value.count > 1 }.keys)
    }

    mutating func address(of category: String) -> MeasureAddress? {
        let name = CategoryName(category)
        if let address = known[name] { return address }
        let address = MeasureAddress(in: set, called: free(category))
        known[name] = address
        if let address { taken.insert(address.name) }
        return address
    }

    private func free(_ category: String) -> String {
        let (plain, spelt) = (Self.plain(category), Self.cut(Self.spelt(category)))
        let wanted = (shared.contains(plain) ? [spelt] : [plain, spelt]).filter { !$0.isEmpty }
        if let free = wanted.first(where: { !taken.contains($0) }) { return free }
        let base = slugged(String((wanted.first ?? "category").prefix(Self.longest - 4)))
        var number = 2
        while taken.contains("\(base)-\(number)") { number += 1 }
        return taken.contains(base) ? "\(base)-\(number)" : base
    }

    private static func plain(_ category: String) -> String { cut(slugged(category)) }
    private static func cut(_ slug: String) -> String { slugged(String(slug.prefix(longest))) }

    private static let signs: [Character: String] = [
        "+": "plus", "<": "less than", ">": "more than", "≤": "at most", "≥": "at least", "/": "slash", "&": "and",
        "%": "percent", "=": "equals", "£": "pounds", "@": "at", "*": "star", "#": "number", "!": "not",
        "?": "question",
    ]
    private static let dashes: Set<Character> = ["-", "–", "−"]

    /// With its signs in words, and without accents: `drug-minus`, `less-than-18`, `cafe`. A dash within is no sign.
    private static func spelt(_ category: String) -> String {
        var text = category.singleBlanks.folding(options: .diacriticInsensitive, locale: nil)
        if let last = text.last, dashes.contains(last) { text = text.dropLast() + " minus" }
        if let first = text.first, dashes.contains(first) { text = "minus " + text.dropFirst() }
        return slugged(text.map { signs[$0].map { " \($0) " } ?? String($0) }.joined())
    }
}
